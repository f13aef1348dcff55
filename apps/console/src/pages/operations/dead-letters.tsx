import { Button, Code, Group, Spoiler, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconRotateClockwise } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { operations } from '../../api/clients.js';
import { command } from '../../api/command.js';
import { keys } from '../../api/queries.js';
import { useCommand } from '../../app/use-command.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { RelativeTime } from '../../components/relative-time.js';
import { EmptyState } from '../../components/states.js';
import type { DeadLetter } from './work-state.js';

interface Props {
  readonly query: UseQueryResult<{ items: DeadLetter[] }>;
}

/** What failed after all its retries, and the button that tries it again. */
export function DeadLetters({ query }: Props): ReactElement {
  const { t } = useTranslation('operations');
  const retry = useCommand(
    ({ id }: DeadLetter) =>
      command((headers) =>
        operations.POST('/api/operations/dead-letters/{id}/retry', { params: { path: { id } }, headers }),
      ),
    { changes: [keys.operations], done: t('deadLetters.asked') },
  );
  const button = (letter: DeadLetter): ReactElement => (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconRotateClockwise size={15} aria-hidden />}
      loading={retry.isPending && retry.variables.id === letter.id}
      onClick={() => retry.mutate(letter)}
      aria-label={t('deadLetters.retryOf', { event: letter.eventType, stream: letter.stream })}
    >
      {t('deadLetters.retry')}
    </Button>
  );
  const columns: readonly Column<DeadLetter>[] = [
    { id: 'name', header: t('column.name'), render: ({ subscription }) => <Code>{subscription}</Code> },
    { id: 'event', header: t('column.event'), render: (letter) => <What letter={letter} /> },
    { id: 'error', header: t('column.error'), width: '34%', render: ({ error }) => <Why error={error} /> },
    { id: 'attempts', header: t('column.attempts'), align: 'right', render: ({ attempts }) => attempts },
    { id: 'failed', header: t('column.failed'), render: ({ failedAt }) => <RelativeTime at={failedAt} /> },
    { id: 'actions', header: t('column.actions'), hiddenHeader: true, align: 'right', render: button },
  ];
  return (
    <DataTable
      label={t('deadLetters.title')}
      columns={columns}
      rows={query.data?.items}
      rowId={({ id }) => id}
      error={query.error}
      onRetry={() => void query.refetch()}
      empty={<EmptyState title={t('deadLetters.none')} text={t('deadLetters.noneText')} icon={IconCircleCheck} />}
      card={(letter) => (
        <Stack gap={8}>
          <Group justify="space-between" gap="xs">
            <Code>{letter.subscription}</Code>
            <Text size="xs" c="dimmed">
              <RelativeTime at={letter.failedAt} />
            </Text>
          </Group>
          <What letter={letter} />
          <Why error={letter.error} />
          <Group justify="flex-end">{button(letter)}</Group>
        </Stack>
      )}
    />
  );
}

function What({ letter: { eventType, stream } }: { readonly letter: DeadLetter }): ReactElement {
  return (
    <Stack gap={0}>
      <Text size="sm">{eventType}</Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {stream}
      </Text>
    </Stack>
  );
}

function Why({ error }: { readonly error: string }): ReactElement {
  const { t } = useTranslation('operations');
  const common = useTranslation().t;
  return (
    <Spoiler maxHeight={44} showLabel={t('deadLetters.showError')} hideLabel={common('actions.close')}>
      <Text size="xs" ff="monospace" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {error}
      </Text>
    </Spoiler>
  );
}
