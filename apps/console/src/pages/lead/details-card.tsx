import { Card, Divider, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { marketplacesQuery, sourcesQuery } from '../../api/queries.js';
import type { Lead, Named } from '../../api/types.js';
import { EditableField } from '../../components/editable-field.js';
import { useFormat } from '../../format/use-format.js';
import { ChoiceEditor } from './edit/choice-editor.js';
import { amountOf, INTERESTS, type InterestText } from './edit/interests.js';
import { InterestsEditor } from './edit/interests-editor.js';
import { MARKETPLACE, NOTE, SOURCE, SUBJECT } from './edit/lead-fields.js';
import { Shown } from './edit/shown.js';
import { LongTextEditor, TextEditor } from './edit/text-editor.js';
import { useSaveField } from './edit/use-save-field.js';
import classes from './edit/edit.module.css';

interface Props {
  readonly lead: Lead;
  readonly readOnly: boolean;
}

/** What it is about, and where it came from. */
export function DetailsCard({ lead, readOnly }: Props): ReactElement {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const save = useSaveField(lead);
  const sources = useQuery(sourcesQuery).data?.items ?? [];
  const marketplaces = useQuery(marketplacesQuery).data?.items ?? [];
  const named = (choices: readonly Named[], known: Named | undefined, id: string | null): string =>
    choices.find((each) => each.id === id)?.name ?? (known?.id === id ? known.name : '');
  const { externalReference, receivedAt, createdAt } = lead;

  return (
    <Card component="section" aria-labelledby="lead-details">
      <Title order={2} id="lead-details" mb="sm">
        {t('fields.details')}
      </Title>
      <Stack gap={10}>
        <EditableField
          label={t('fields.subject')}
          value={SUBJECT.read(lead)}
          isSame={SUBJECT.isSame}
          display={(value) => <Shown value={value} />}
          editor={(props) => <TextEditor {...props} maxLength={500} />}
          onSave={save(SUBJECT)}
          readOnly={readOnly}
        />
        <EditableField
          label={t('fields.note')}
          value={NOTE.read(lead)}
          isSame={NOTE.isSame}
          display={(value) => <Shown value={value} />}
          editor={(props) => <LongTextEditor {...props} maxLength={10_000} />}
          onSave={save(NOTE)}
          isWide
          isMultiline
          readOnly={readOnly}
        />
        <EditableField
          label={t('fields.interests')}
          value={INTERESTS.read(lead)}
          isSame={INTERESTS.isSame}
          display={(lines) => <Interests lines={lines} />}
          editor={(props) => <InterestsEditor {...props} />}
          onSave={save(INTERESTS)}
          isWide
          readOnly={readOnly}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing={10}>
          <EditableField
            label={t('fields.source')}
            value={SOURCE.read(lead)}
            isSame={SOURCE.isSame}
            display={(id) => <Shown value={named(sources, lead.source, id)} />}
            editor={(props) => <ChoiceEditor {...props} choices={sources} none={t('fields.noSource')} />}
            onSave={save(SOURCE)}
            readOnly={readOnly}
          />
          <EditableField
            label={t('fields.marketplace')}
            value={MARKETPLACE.read(lead)}
            isSame={MARKETPLACE.isSame}
            display={(id) => <Shown value={named(marketplaces, lead.marketplace, id)} />}
            editor={(props) => <ChoiceEditor {...props} choices={marketplaces} none={t('fields.noMarketplace')} />}
            onSave={save(MARKETPLACE)}
            readOnly={readOnly}
          />
        </SimpleGrid>
        <Divider color="var(--leadline-line)" />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing={10}>
          <Fact label={t('fields.receivedAt')} value={format.dateTime(receivedAt)} />
          <Fact label={t('fields.createdAt')} value={format.dateTime(createdAt)} />
          {externalReference && (
            <Fact label={t('fields.reference')} value={`${externalReference.sender} · ${externalReference.id}`} />
          )}
        </SimpleGrid>
      </Stack>
    </Card>
  );
}

/** What is as it is. */
function Fact({ label, value }: { readonly label: string; readonly value: string }): ReactElement {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {value}
      </Text>
    </div>
  );
}

function Interests({ lines }: { readonly lines: readonly InterestText[] }): ReactElement {
  const format = useFormat();
  if (lines.length === 0) return <Shown value="" />;
  return (
    <>
      {lines.map(({ description, quantity, unit, price, currency }, index) => {
        const amountMinor = amountOf(price, currency);
        return (
          <span key={index} className={classes.interest}>
            <span>{description}</span>
            <span className={classes.amount}>
              {[quantity, unit].filter(Boolean).join(' ')}
              {amountMinor !== null && ` × ${format.money({ amountMinor, currency })}`}
            </span>
          </span>
        );
      })}
    </>
  );
}
