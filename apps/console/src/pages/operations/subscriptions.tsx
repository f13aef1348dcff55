import { Code, Group, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../components/data-table.js';
import { RelativeTime } from '../../components/relative-time.js';
import { EmptyState } from '../../components/states.js';
import { WorkBadge } from './work-badge.js';
import type { Worked } from './work-state.js';

interface Props {
  readonly work: readonly Worked[] | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Reactions, publications and consumptions: how far each is, and who works it. */
export function Subscriptions({ work, error, onRetry }: Props): ReactElement {
  const { t } = useTranslation('operations');
  const columns: readonly Column<Worked>[] = [
    { id: 'name', header: t('column.name'), render: ({ name }) => <Code>{name}</Code> },
    { id: 'kind', header: t('column.kind'), render: ({ kind }) => t(`kind.${kind}`) },
    { id: 'state', header: t('column.state'), render: (one) => <WorkBadge work={one} /> },
    { id: 'holder', header: t('column.holder'), render: (one) => <Holders work={one} /> },
    {
      id: 'reported',
      header: t('column.reported'),
      render: ({ reportedAt }) => (reportedAt === null ? '–' : <RelativeTime at={reportedAt} />),
    },
  ];
  return (
    <DataTable
      label={t('subscriptions.title')}
      columns={columns}
      rows={work}
      rowId={({ kind, name }) => `${kind} ${name}`}
      error={error}
      onRetry={onRetry}
      empty={<EmptyState title="–" />}
      card={(one) => (
        <Stack gap={6}>
          <Group justify="space-between" gap="xs">
            <Code>{one.name}</Code>
            <WorkBadge work={one} />
          </Group>
          <Text size="xs" c="dimmed">
            {t(`kind.${one.kind}`)} · <Holders work={one} />
          </Text>
        </Stack>
      )}
    />
  );
}

/** The processes that work it, one or one for each partition. */
export function Holders({ work: { holders, kind } }: { readonly work: Worked }): ReactElement {
  const { t } = useTranslation('operations');
  const none = kind === 'consumption' ? t('consumers') : t('nobody');
  return (
    <Text span size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {holders.length === 0 ? none : holders.join(', ')}
    </Text>
  );
}
