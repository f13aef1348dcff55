import { Anchor, Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../api/types.js';
import { EditableField } from '../../components/editable-field.js';
import { countryName } from '../../format/countries.js';
import { AddressEditor } from './edit/address-editor.js';
import { EmailField } from './edit/email-field.js';
import {
  ADDRESS,
  customerText,
  PHONES,
  type AddressText,
  type CustomerText,
  type PhoneText,
} from './edit/lead-fields.js';
import { PhonesEditor } from './edit/phones-editor.js';
import { TextEditor } from './edit/text-editor.js';
import { Shown } from './edit/shown.js';
import { useSaveField } from './edit/use-save-field.js';

interface Props {
  readonly lead: Lead;
  readonly readOnly: boolean;
}

/** Who is interested; each field is edited and confirmed alone. */
export function CustomerCard({ lead, readOnly }: Props): ReactElement {
  const { t, i18n } = useTranslation('lead');
  const save = useSaveField(lead);
  const text = (name: Exclude<CustomerText, 'email'>): ReactElement => {
    const field = customerText(name);
    return (
      <EditableField
        label={t(`fields.${name}`)}
        value={field.read(lead)}
        isSame={field.isSame}
        display={(value) => <Shown value={value} />}
        editor={(props) => <TextEditor {...props} maxLength={200} />}
        onSave={save(field)}
        readOnly={readOnly}
      />
    );
  };
  return (
    <Card component="section" aria-labelledby="lead-customer">
      <Title order={2} id="lead-customer" mb="sm">
        {t('fields.customer')}
      </Title>
      <Stack gap={10}>
        {text('organisation')}
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md" verticalSpacing={10}>
          {text('salutation')}
          {text('givenName')}
          {text('familyName')}
        </SimpleGrid>
        <EmailField lead={lead} readOnly={readOnly} />
        <EditableField
          label={t('fields.phones')}
          value={PHONES.read(lead)}
          isSame={PHONES.isSame}
          display={(phones) => <Phones phones={phones} />}
          editor={(props) => <PhonesEditor {...props} />}
          onSave={save(PHONES)}
          isWide
          readOnly={readOnly}
        />
        <EditableField
          label={t('fields.address')}
          value={ADDRESS.read(lead)}
          isSame={ADDRESS.isSame}
          display={(address) => <Shown value={addressText(address, i18n.language)} />}
          editor={(props) => <AddressEditor {...props} />}
          onSave={save(ADDRESS)}
          isWide
          readOnly={readOnly}
        />
      </Stack>
    </Card>
  );
}

/** Numbers to dial, in the spelling that people gave them. */
function Phones({ phones }: { readonly phones: readonly PhoneText[] }): ReactElement {
  const { t } = useTranslation('lead');
  if (phones.length === 0) return <Shown value="" />;
  return (
    <>
      {phones.map(({ kind, number }, index) => (
        <Text key={index} size="sm" component="div">
          <Anchor inherit href={`tel:${number.replace(/[^+\d]/g, '')}`}>
            {number}
          </Anchor>
          <Text span size="xs" c="dimmed">
            {' '}
            {t(`phone.${kind}`)}
          </Text>
        </Text>
      ))}
    </>
  );
}

function addressText({ street, postalCode, city, region, countryCode }: AddressText, language: string): string {
  const country = countryCode && countryName(countryCode, language);
  return [street, [postalCode, city].filter(Boolean).join(' '), region, country].filter(Boolean).join('\n');
}
