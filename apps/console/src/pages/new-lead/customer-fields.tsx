import { Fieldset, Grid, Stack, Text, TextInput, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AddressEditor } from '../lead/edit/address-editor.js';
import { PhonesEditor } from '../lead/edit/phones-editor.js';
import { messageFor, type NewLeadText } from './new-lead-text.js';

export interface FieldsProps {
  readonly text: NewLeadText;
  /** By the server's names of the fields. */
  readonly messages: Readonly<Record<string, string>>;
  readonly onChange: (changed: Partial<NewLeadText>) => void;
}

/** Who is interested. */
export function CustomerFields({ text, messages, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation('newLead');
  const { t: lead } = useTranslation('lead');
  const field = (name: 'salutation' | 'givenName' | 'familyName' | 'organisation', autoFocus = false): ReactElement => (
    <TextInput
      label={lead(`fields.${name}`)}
      value={text[name]}
      maxLength={200}
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
      error={messageFor(`customer.${name}`, messages) ?? (name === 'organisation' ? messages['customer'] : undefined)}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Stack gap="sm">
      <div>
        <Title order={2} id="new-customer">
          {t('customer')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('customerHint')}
        </Text>
      </div>
      {field('organisation', true)}
      <Grid gap="xs">
        <Grid.Col span={{ base: 12, xs: 3 }}>{field('salutation')}</Grid.Col>
        <Grid.Col span={{ base: 12, xs: 4 }}>{field('givenName')}</Grid.Col>
        <Grid.Col span={{ base: 12, xs: 5 }}>{field('familyName')}</Grid.Col>
      </Grid>
      <TextInput
        label={lead('fields.email')}
        type="email"
        value={text.email}
        maxLength={254}
        error={messageFor('customer.email', messages)}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
      />
      <Fieldset variant="unstyled" legend={lead('fields.phones')}>
        <PhonesEditor
          value={text.phones}
          onChange={(phones) => onChange({ phones })}
          error={messageFor('customer.phones', messages)}
          disabled={false}
        />
      </Fieldset>
      <Fieldset variant="unstyled" legend={lead('fields.address')}>
        <AddressEditor
          value={text.address}
          onChange={(address) => onChange({ address })}
          error={messageFor('customer.address', messages)}
          disabled={false}
        />
      </Fieldset>
    </Stack>
  );
}
