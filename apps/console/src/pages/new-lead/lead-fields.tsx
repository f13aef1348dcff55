import { Fieldset, Grid, Select, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { marketplacesQuery, sourcesQuery } from '../../api/queries.js';
import type { Named } from '../../api/types.js';
import { PersonSelect } from '../../components/person-select.js';
import { useMyself } from '../../session/use-session.js';
import { InterestsEditor } from '../lead/edit/interests-editor.js';
import { TimePicker } from '../lead/resubmission/time-picker.js';
import type { FieldsProps } from './customer-fields.js';
import { messageFor } from './new-lead-text.js';

/** What it is about, where it came from, and who goes on with it. */
export function LeadFields({ text, messages, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation('newLead');
  const { t: lead } = useTranslation('lead');
  const myself = useMyself();
  const sources = useQuery(sourcesQuery).data?.items ?? [];
  const marketplaces = useQuery(marketplacesQuery).data?.items ?? [];
  const choice = (
    name: 'sourceId' | 'marketplaceId',
    label: string,
    choices: readonly Named[],
    none: string,
  ): ReactElement => (
    <Select
      label={label}
      placeholder={none}
      data={choices.map(({ id, name: value }) => ({ value: id, label: value }))}
      value={text[name]}
      error={messageFor(name, messages)}
      searchable
      clearable
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <Stack gap="sm">
      <Title order={2} id="new-lead">
        {t('lead')}
      </Title>
      <TextInput
        label={lead('fields.subject')}
        description={t('subjectHint')}
        value={text.subject}
        maxLength={500}
        required
        error={messageFor('subject', messages)}
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
      />
      <Textarea
        label={lead('fields.note')}
        value={text.note}
        maxLength={10_000}
        error={messageFor('note', messages)}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
      <Grid gap="xs">
        <Grid.Col span={{ base: 12, xs: 6 }}>
          {choice('sourceId', lead('fields.source'), sources, lead('fields.noSource'))}
        </Grid.Col>
        <Grid.Col span={{ base: 12, xs: 6 }}>
          {choice('marketplaceId', lead('fields.marketplace'), marketplaces, lead('fields.noMarketplace'))}
        </Grid.Col>
      </Grid>
      <PersonSelect
        label={t('assignee')}
        placeholder={t('pool')}
        value={text.assigneeId}
        onChange={(assigneeId) => onChange({ assigneeId })}
        known={myself}
        error={messageFor('assigneeId', messages)}
        clearable
      />
      <Fieldset variant="unstyled" legend={lead('fields.interests')}>
        <InterestsEditor
          value={text.interests}
          onChange={(interests) => onChange({ interests })}
          error={messageFor('interests', messages)}
          disabled={false}
        />
      </Fieldset>
      <Fieldset variant="unstyled" legend={t('resubmission')}>
        <TimePicker value={text.resubmitAt} onChange={(resubmitAt) => onChange({ resubmitAt })} />
      </Fieldset>
    </Stack>
  );
}
