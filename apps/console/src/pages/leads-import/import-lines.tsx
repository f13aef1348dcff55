import { Badge, Group, Pagination, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { leadQuery } from '../../api/queries.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/states.js';
import { useFormat } from '../../format/use-format.js';
import type { CsvText } from './csv-text.js';
import { importQuery, type ImportLine, type ImportProgress, type Outcome } from './import-query.js';
import classes from './leads-import.module.css';

interface Props {
  readonly importId: string;
  readonly progress: ImportProgress;
  readonly csv: CsvText | null;
}

const COLORS: Readonly<Record<Outcome, string>> = { created: 'green', duplicate: 'amber', rejected: 'red' };
const PAGE = 25;

/** What became of each line, or would; first those that somebody has to look at. */
export function ImportLines({ importId, progress, csv }: Props): ReactElement {
  const { t, i18n } = useTranslation(['leadsImport', 'common']);
  const format = useFormat();
  const { dryRun, total, created, duplicates, rejected } = progress;
  const [outcome, setOutcome] = useState<Outcome | 'all'>(
    rejected > 0 ? 'rejected' : duplicates > 0 ? 'duplicate' : 'all',
  );
  const [page, setPage] = useState(1);
  const wanted = outcome === 'all' ? undefined : outcome;
  const { data, error, refetch } = useQuery(importQuery(importId, i18n.language, wanted));
  const lines = data?.lines;
  const hasContent = csv !== null || (outcome !== 'rejected' && outcome !== 'duplicate' && !dryRun);
  const columns = useColumns(dryRun, csv).filter(({ id }) => id !== 'content' || hasContent);
  const counts: Readonly<Record<Outcome | 'all', number>> = { all: total, created, duplicate: duplicates, rejected };
  const choices = (['rejected', 'duplicate', 'created', 'all'] as const).map((value) => ({
    value,
    label: `${value === 'all' ? t('lines.all') : outcomeText(value, dryRun, t)} · ${format.number(counts[value])}`,
  }));
  const pages = Math.ceil((lines?.length ?? 0) / PAGE);
  return (
    <Stack gap="sm">
      <div className={classes.filter}>
        <SegmentedControl
          aria-label={t('lines.filter')}
          data={choices}
          value={outcome}
          onChange={(chosen) => {
            setOutcome(chosen);
            setPage(1);
          }}
        />
      </div>
      <DataTable
        label={t('lines.label')}
        columns={columns}
        rows={lines?.slice((page - 1) * PAGE, page * PAGE)}
        rowId={({ line }) => String(line)}
        error={error}
        onRetry={() => void refetch()}
        empty={<EmptyState title={t('lines.empty')} />}
        card={(line) => <LineCard line={line} dryRun={dryRun} csv={csv} />}
      />
      {pages > 1 && (
        <Pagination
          total={pages}
          value={page}
          onChange={setPage}
          getControlProps={(control) => ({
            'aria-label':
              control === 'next' ? t('table.next', { ns: 'common' }) : t('table.previous', { ns: 'common' }),
          })}
          aria-label={t('lines.pages')}
        />
      )}
    </Stack>
  );
}

function outcomeText(
  outcome: Outcome,
  dryRun: boolean,
  t: ReturnType<typeof useTranslation<'leadsImport'>>['t'],
): string {
  return outcome === 'created' && dryRun ? t('lines.wouldCreate') : t(`lines.outcomes.${outcome}`);
}

function useColumns(dryRun: boolean, csv: CsvText | null): readonly Column<ImportLine>[] {
  const { t } = useTranslation('leadsImport');
  const contents = useContents(csv);
  return [
    {
      id: 'line',
      header: t('lines.line'),
      width: 70,
      render: ({ line }) => <span className="tabular">{line}</span>,
    },
    {
      id: 'outcome',
      header: t('lines.outcome'),
      width: 150,
      render: ({ outcome }) => <OutcomeBadge outcome={outcome} dryRun={dryRun} />,
    },
    {
      id: 'content',
      header: t('lines.content'),
      width: '32%',
      render: (line) => <Content line={line} contents={contents} />,
    },
    { id: 'notes', header: t('lines.notes'), render: (line) => <Notes line={line} /> },
  ];
}

/** What stands on each line, in a few words. */
function useContents(csv: CsvText | null): ReadonlyMap<number, string> {
  return useMemo(
    () =>
      new Map(
        csv?.records.map(({ line, cells }) => [
          line,
          cells
            .map((cell) => cell.trim())
            .filter((cell) => cell !== '')
            .slice(0, 4)
            .join(' · '),
        ]),
      ),
    [csv],
  );
}

function LineCard({
  line,
  dryRun,
  csv,
}: {
  readonly line: ImportLine;
  readonly dryRun: boolean;
  readonly csv: CsvText | null;
}): ReactElement {
  const { t } = useTranslation('leadsImport');
  const contents = useContents(csv);
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Text size="sm" fw={600} className="tabular">
          {t('lines.line')} {line.line}
        </Text>
        <OutcomeBadge outcome={line.outcome} dryRun={dryRun} />
      </Group>
      <Content line={line} contents={contents} />
      <Notes line={line} />
    </Stack>
  );
}

function OutcomeBadge({ outcome, dryRun }: { readonly outcome: Outcome; readonly dryRun: boolean }): ReactElement {
  const { t } = useTranslation('leadsImport');
  return <Badge color={COLORS[outcome]}>{outcomeText(outcome, dryRun, t)}</Badge>;
}

function Content({
  line,
  contents,
}: {
  readonly line: ImportLine;
  readonly contents: ReadonlyMap<number, string>;
}): ReactElement {
  const content = contents.get(line.line);
  if (line.outcome === 'created' && line.leadId !== undefined) return <LeadLink id={line.leadId} called={content} />;
  return (
    <Text size="sm" lineClamp={2} className={classes.content}>
      {content}
    </Text>
  );
}

function Notes({
  line: { outcome, leadId, reasons = [], candidates = [] },
}: {
  readonly line: ImportLine;
}): ReactElement {
  const { t } = useTranslation('leadsImport');
  const words: Readonly<Record<string, string>> = t('fields', { returnObjects: true });
  return (
    <Stack gap={3}>
      {reasons.map(({ field, code, message }) => (
        <Text key={`${field ?? ''} ${code}`} size="sm" className={classes.content}>
          {field !== undefined && (
            <Text span fw={580} inherit>
              {words[field] ?? field}:{' '}
            </Text>
          )}
          {message}
        </Text>
      ))}
      {outcome === 'duplicate' && leadId !== undefined && candidates.length === 0 && <LeadLink id={leadId} />}
      {candidates.map((candidate) => (
        <Text key={`${candidate.leadId ?? ''} ${candidate.line ?? ''}`} size="sm" c="dimmed">
          {t('lines.like')}{' '}
          {candidate.leadId === undefined ? (
            t('lines.lineOf', { line: candidate.line })
          ) : (
            <LeadLink id={candidate.leadId} />
          )}
          {' ('}
          {candidate.reasons.map((reason) => t(`lines.by.${reason}`)).join(', ')}
          {')'}
        </Text>
      ))}
    </Stack>
  );
}

/** A lead by what stands on its line, or by its subject. */
function LeadLink({ id, called }: { readonly id: string; readonly called?: string | undefined }): ReactElement {
  const { t } = useTranslation('leadsImport');
  const { data } = useQuery({ ...leadQuery(id), enabled: called === undefined, staleTime: 60_000 });
  return (
    <Link to="/leads/$id" params={{ id }} className={classes.link}>
      {called ?? data?.subject ?? t('lines.lead')}
    </Link>
  );
}
