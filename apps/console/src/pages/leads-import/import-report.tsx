import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconDownload,
  IconFileImport,
  IconInfoCircle,
  IconRefresh,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem.js';
import { EmptyState, ErrorState } from '../../components/states.js';
import { ImportCounts } from './import-counts.js';
import { ImportLines } from './import-lines.js';
import { ImportOptionsCard } from './import-options.js';
import { importQuery, type ImportOptions, type ImportProgress } from './import-query.js';
import { ImportRunning } from './import-running.js';
import { rejectedCsv } from './rejected-csv.js';
import { saveText } from './save-text.js';
import type { ChosenFile } from './use-chosen-file.js';

interface Props {
  readonly importId: string;
  /** The file that this import is of; null where it is no longer at hand. */
  readonly chosen: ChosenFile | null;
  readonly options: ImportOptions;
  /** True where the options are no longer those that were checked. */
  readonly isChanged: boolean;
  readonly onOptions: (options: ImportOptions) => void;
  readonly onCheck: () => void;
  readonly onImport: () => void;
  readonly onStartAgain: () => void;
}

/** An import by its id: how far it is, then what became of the lines; of a check, what would, and the way on. */
export function ImportReport(props: Props): ReactElement {
  const { importId, onStartAgain } = props;
  const { t, i18n } = useTranslation('leadsImport');
  // Those that were rejected are few, and asked for again and again.
  const { data: progress, error, refetch } = useQuery(importQuery(importId, i18n.language, 'rejected'));

  if (error && !progress) {
    const isGone = error instanceof Problem && (error.status === 404 || error.status === 400);
    if (!isGone) return <ErrorState error={error} onRetry={() => void refetch()} />;
    return (
      <EmptyState title={t('notFound')}>
        <Button onClick={onStartAgain}>{t('another')}</Button>
      </EmptyState>
    );
  }
  if (!progress) return <ImportRunning label={t('reading')} />;
  const { state, dryRun, done, total } = progress;
  switch (state) {
    case 'running':
      return (
        <Stack gap="md">
          <ImportRunning
            label={total === 0 ? t('reading') : dryRun ? t('checking') : t('importing')}
            done={done}
            total={total}
            hint={t('leave')}
          />
          {total > 0 && <ImportCounts progress={progress} />}
        </Stack>
      );
    case 'failed':
      return <Failed {...props} progress={progress} />;
    case 'done':
      return dryRun ? <Checked {...props} progress={progress} /> : <Done {...props} progress={progress} />;
    default:
      return state satisfies never;
  }
}

type ReportProps = Props & { readonly progress: ImportProgress };

/** After the check: what would happen, and the button that makes it happen. */
function Checked({
  progress,
  chosen,
  isChanged,
  options,
  onOptions,
  onCheck,
  onImport,
  ...props
}: ReportProps): ReactElement {
  const { t } = useTranslation('leadsImport');
  const { importId, onStartAgain } = props;
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <div>
          <Title order={2}>
            {t('checked')}
            {chosen && `: ${chosen.file.name}`}
          </Title>
          <Text size="sm" c="dimmed">
            {t('checkedText')}
          </Text>
        </div>
        <Group gap="xs">
          <Button variant="default" onClick={onStartAgain}>
            {t('drop.another')}
          </Button>
          {chosen && isChanged && (
            <Button leftSection={<IconRefresh size={17} aria-hidden />} onClick={onCheck}>
              {t('again')}
            </Button>
          )}
          {chosen && !isChanged && progress.created > 0 && (
            <Button leftSection={<IconFileImport size={17} aria-hidden />} onClick={onImport}>
              {t('importNow', { count: progress.created })}
            </Button>
          )}
        </Group>
      </Group>
      {!chosen && <Alert icon={<IconInfoCircle />}>{t('chooseAgain')}</Alert>}
      {isChanged && (
        <Alert color="amber" icon={<IconInfoCircle />}>
          {t('changed')}
        </Alert>
      )}
      {progress.created === 0 && <Alert color="amber">{t('nothingToImport')}</Alert>}
      <ImportCounts progress={progress} />
      {chosen && (
        <ImportOptionsCard
          options={options}
          csv={chosen.csv}
          ignoredColumns={progress.ignoredColumns}
          onOptions={onOptions}
        />
      )}
      <ImportLines importId={importId} progress={progress} csv={chosen?.csv ?? null} />
      <Download progress={progress} chosen={chosen} />
    </Stack>
  );
}

function Done({ importId, progress, chosen, onStartAgain }: ReportProps): ReactElement {
  const { t } = useTranslation('leadsImport');
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Group gap={10} wrap="nowrap">
          <IconCircleCheck size={30} color="var(--mantine-color-green-text)" aria-hidden />
          <div role="status">
            <Title order={2}>{t('done')}</Title>
            <Text size="sm" c="dimmed">
              {t('doneText')}
            </Text>
          </div>
        </Group>
        <Group gap="xs">
          <Button variant="default" onClick={onStartAgain}>
            {t('another')}
          </Button>
          <Button renderRoot={(root) => <Link {...root} to="/leads" search={{ sort: '-createdAt' }} />}>
            {t('toLeads')}
          </Button>
        </Group>
      </Group>
      <ImportCounts progress={progress} />
      <Download progress={progress} chosen={chosen} />
      <ImportLines importId={importId} progress={progress} csv={chosen?.csv ?? null} />
    </Stack>
  );
}

/** The file as a whole cannot be read: why, and what to do about it. */
function Failed({ progress, chosen, options, isChanged, onOptions, onCheck, onStartAgain }: ReportProps): ReactElement {
  const { t } = useTranslation('leadsImport');
  const areColumnsWrong = progress.error?.code === 'lead-import.no-known-column';
  return (
    <Stack gap="md">
      <Alert color="red" icon={<IconAlertTriangle />} title={t('failed')} role="alert">
        {progress.error?.message}
      </Alert>
      {chosen?.csv && (
        <ImportOptionsCard
          options={options}
          csv={chosen.csv}
          ignoredColumns={undefined}
          areColumnsOpen={areColumnsWrong}
          onOptions={onOptions}
        />
      )}
      <Group gap="xs">
        <Button variant="default" onClick={onStartAgain}>
          {t('drop.another')}
        </Button>
        {chosen && isChanged && <Button onClick={onCheck}>{t('again')}</Button>}
      </Group>
    </Stack>
  );
}

function Download({ progress, chosen }: Pick<ReportProps, 'progress' | 'chosen'>): ReactElement | null {
  const { t } = useTranslation('leadsImport');
  if (progress.rejected === 0) return null;
  const save = (): void => {
    const words = { line: t('lines.line'), reason: t('reason') };
    saveText(t('downloadName'), 'text/csv', rejectedCsv(progress.lines, chosen?.csv ?? null, words));
  };
  return (
    <Group gap="sm">
      <Button variant="default" leftSection={<IconDownload size={17} aria-hidden />} onClick={save}>
        {t('download')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('downloadHint')}
      </Text>
    </Group>
  );
}
