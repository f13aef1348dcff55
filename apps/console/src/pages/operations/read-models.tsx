import { Button, Code, Group, Progress, Stack, Text } from '@mantine/core';
import { IconRefresh, IconZoomCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { operations } from '../../api/clients.js';
import { command } from '../../api/command.js';
import { keys } from '../../api/queries.js';
import { useCommand } from '../../app/use-command.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/states.js';
import { useNow } from '../../components/use-now.js';
import { useFormat } from '../../format/use-format.js';
import { jobsQuery } from './operations-queries.js';
import { WorkBadge } from './work-badge.js';
import { isRunning, latestJobs, type Job, type Worked } from './work-state.js';

interface Props {
  readonly work: readonly Worked[] | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Read models: how far each is, and the buttons that fold it anew or check it, with their progress. */
export function ReadModels({ work, error, onRetry }: Props): ReactElement {
  const { t } = useTranslation('operations');
  const jobs = latestJobs(useQuery(jobsQuery).data?.items ?? []);
  const [asking, setAsking] = useState<string | null>(null);
  const rebuild = useCommand(
    (name: string) =>
      command((headers) =>
        operations.POST('/api/operations/read-models/{name}/rebuild', { params: { path: { name } }, headers }),
      ),
    {
      changes: [keys.operations],
      done: (_answer, name) => t('readModels.rebuildAsked', { name }),
      onDone: () => setAsking(null),
    },
  );
  const verify = useCommand(
    (name: string) =>
      command((headers) =>
        operations.POST('/api/operations/read-models/{name}/verify', { params: { path: { name } }, headers }),
      ),
    { changes: [keys.operations], done: (_answer, name) => t('readModels.verifyAsked', { name }) },
  );
  const buttons = (name: string): ReactElement => {
    const disabled = isRunning(jobs.get(name));
    return (
      <Group gap={6} wrap="nowrap" justify="flex-end">
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconZoomCheck size={15} aria-hidden />}
          disabled={disabled}
          loading={verify.isPending && verify.variables === name}
          onClick={() => verify.mutate(name)}
          aria-label={t('readModels.verifyOf', { name })}
        >
          {t('readModels.verify')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRefresh size={15} aria-hidden />}
          disabled={disabled}
          onClick={() => setAsking(name)}
          aria-label={t('readModels.rebuildOf', { name })}
        >
          {t('readModels.rebuild')}
        </Button>
      </Group>
    );
  };
  const columns: readonly Column<Worked>[] = [
    { id: 'name', header: t('column.name'), render: ({ name }) => <Code>{name}</Code> },
    { id: 'state', header: t('column.state'), render: (one) => <WorkBadge work={one} /> },
    { id: 'job', header: t('column.job'), width: '38%', render: ({ name }) => <JobText job={jobs.get(name)} /> },
    {
      id: 'actions',
      header: t('column.actions'),
      hiddenHeader: true,
      align: 'right',
      render: ({ name }) => buttons(name),
    },
  ];

  return (
    <>
      <DataTable
        label={t('readModels.title')}
        columns={columns}
        rows={work}
        rowId={({ name }) => name}
        error={error}
        onRetry={onRetry}
        empty={<EmptyState title="–" />}
        card={(one) => (
          <Stack gap={8}>
            <Group justify="space-between" gap="xs">
              <Code>{one.name}</Code>
              <WorkBadge work={one} />
            </Group>
            <JobText job={jobs.get(one.name)} />
            {buttons(one.name)}
          </Stack>
        )}
      />
      <ConfirmDialog
        opened={asking !== null}
        title={t('readModels.confirmTitle', { name: asking ?? '' })}
        action={t('readModels.rebuild')}
        loading={rebuild.isPending}
        onConfirm={() => asking !== null && rebuild.mutate(asking)}
        onClose={() => setAsking(null)}
      >
        {t('readModels.confirm')}
      </ConfirmDialog>
    </>
  );
}

function JobText({ job }: { readonly job: Job | undefined }): ReactElement {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const nowMs = useNow();
  const dimmed = (text: string): ReactElement => (
    <Text size="sm" c="dimmed">
      {text}
    </Text>
  );
  if (!job) return dimmed(t('job.never'));
  switch (job.state) {
    case 'waiting':
      return dimmed(t('job.waiting'));
    case 'running': {
      const percent = Math.round(job.progress * 100);
      return (
        <Stack gap={4}>
          <Text size="sm">{t(`job.running.${job.kind}`, { percent })}</Text>
          <Progress value={percent} animated aria-label={t('job.progress', { name: job.readModel })} />
        </Stack>
      );
    }
    case 'failed':
      return (
        <Text size="sm" c="red" style={{ overflowWrap: 'anywhere' }}>
          {t('job.failed', { error: job.error ?? '' })}
        </Text>
      );
    case 'done': {
      const differences = job.differences?.length ?? 0;
      if (differences > 0) {
        return (
          <Text size="sm" c="red">
            {t('job.differs', { count: differences })}
          </Text>
        );
      }
      return dimmed(t(`job.done.${job.kind}`, { when: format.relative(job.finishedAt ?? '', nowMs) }));
    }
    default:
      return job.state satisfies never;
  }
}
