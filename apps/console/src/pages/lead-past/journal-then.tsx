import type { ReplayStep } from '@leadline/leads-contracts';
import { Badge, Card, Group, Text, Title } from '@mantine/core';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { textOf } from './field-text.js';
import { journalAt, type JournalEntryThen } from './step-at.js';
import { useFieldWords } from './use-field-words.js';
import state from './lead-state.module.css';
import classes from './journal-then.module.css';

interface Props {
  readonly steps: readonly ReplayStep[];
  readonly index: number;
}

/** More than these nobody reads here: the timeline has them. */
const SHOWN = 5;

/** The journal as it was after a step, newest first; what that step wrote is marked. */
export function JournalThen({ steps, index }: Props): ReactElement {
  const { t } = useTranslation('replay');
  const entries = useMemo(() => journalAt(steps, index), [steps, index]);
  const changes = steps[index]?.changes ?? [];
  const written = entries.find(({ entryId }) => changes.some(({ field }) => field.startsWith(`journal.${entryId}.`)));
  const latest = entries.slice(0, SHOWN);
  const shown = !written || latest.includes(written) ? latest : [written, ...latest.slice(0, SHOWN - 1)];
  return (
    <Card padding="md" component="section" aria-label={t('groups.journal')} className={state.card}>
      <Title order={3} className={state.title}>
        {t('groups.journal')}
      </Title>
      {entries.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('journalEmpty')}
        </Text>
      )}
      <ul className={classes.entries}>
        {shown.map((entry) => (
          <Entry key={entry.entryId} {...entry} isMarked={entry === written} />
        ))}
      </ul>
      {entries.length > shown.length && (
        <Text size="xs" c="dimmed" mt={8}>
          {t('journalMore', { count: entries.length - shown.length })}
        </Text>
      )}
    </Card>
  );
}

function Entry({
  fields,
  at,
  author,
  isCorrected,
  isMarked,
}: JournalEntryThen & { readonly isMarked: boolean }): ReactElement {
  const { t } = useTranslation('replay');
  const words = useFieldWords();
  const format = useFormat();
  const told = (name: string): string => textOf(`journal.x.${name}`, { value: fields.get(name) }, words);
  const aside = [told('direction'), told('outcome'), told('durationSeconds')].filter((part) => part !== '').join(', ');
  return (
    <li className={classes.entry} data-marked={isMarked || undefined}>
      <Group gap={7} mb={2}>
        <Badge color="blue" size="sm">
          {told('kind')}
        </Badge>
        <Text span size="xs" c="dimmed">
          {[aside, author, format.dateTime(at)].filter((part) => part !== '').join(' · ')}
        </Text>
        {isCorrected && (
          <Badge color="gray" size="sm">
            {t('corrected')}
          </Badge>
        )}
      </Group>
      <Text size="sm" lineClamp={4} className={classes.text}>
        {told('text')}
      </Text>
    </li>
  );
}
