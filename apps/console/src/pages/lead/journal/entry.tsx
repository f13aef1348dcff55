import { ActionIcon, Badge, Box, Button, Group, Text, ThemeIcon, Tooltip } from '@mantine/core';
import { IconMail, IconNote, IconPencil, IconPhone, IconUsers, type Icon } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { leads } from '../../../api/clients.js';
import { command } from '../../../api/command.js';
import { keys } from '../../../api/queries.js';
import type { JournalEntry } from '../../../api/types.js';
import { problemText } from '../../../app/problem-text.js';
import { useCommand } from '../../../app/use-command.js';
import { RelativeTime } from '../../../components/relative-time.js';
import { UserName } from '../../../components/user-name.js';
import { useFormat } from '../../../format/use-format.js';
import { useMyself } from '../../../session/use-session.js';
import { EntryForm } from './entry-form.js';
import { correctionOf, textOf, type EntryText, type Kind } from './entry-text.js';
import classes from './journal.module.css';

const ICONS: Readonly<Record<Kind, Icon>> = { note: IconNote, call: IconPhone, mail: IconMail, meeting: IconUsers };
const COLORS: Readonly<Record<Kind, string>> = { note: 'gray', call: 'petrol', mail: 'blue', meeting: 'violet' };

interface Props {
  readonly leadId: string;
  readonly entry: JournalEntry;
  readonly readOnly: boolean;
}

/** What somebody wrote down; its author can correct it. */
export function Entry({ leadId, entry, readOnly }: Props): ReactElement {
  const { t } = useTranslation('lead');
  const { id: myId } = useMyself();
  const [isCorrecting, setCorrecting] = useState(false);
  const Symbol = ICONS[entry.kind];
  const isMine = entry.author.id === myId && !readOnly;
  return (
    <Box component="li" className={classes.entry}>
      <ThemeIcon variant="light" color={COLORS[entry.kind]} radius="xl" size={30} className={classes.icon}>
        <Symbol size={16} stroke={1.8} aria-label={t(`journal.${entry.kind}`)} />
      </ThemeIcon>
      <Box miw={0} flex={1}>
        <Group gap={7} justify="space-between" wrap="nowrap">
          <Group gap={7} miw={0}>
            <Text span fw={580} size="sm">
              <UserName user={entry.author} />
            </Text>
            <Text span size="xs" c="dimmed">
              <RelativeTime at={entry.at} />
            </Text>
            <Details entry={entry} />
          </Group>
          {isMine && !isCorrecting && (
            <Tooltip label={t('journal.correct')}>
              <ActionIcon size={26} aria-label={t('journal.correct')} onClick={() => setCorrecting(true)}>
                <IconPencil size={15} />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
        {isCorrecting ? (
          <Correction leadId={leadId} entry={entry} onClose={() => setCorrecting(false)} />
        ) : (
          <Text size="sm" className={classes.text}>
            {entry.text}
          </Text>
        )}
      </Box>
    </Box>
  );
}

function Details({ entry }: { readonly entry: JournalEntry }): ReactElement {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const { direction, outcome, durationSeconds, corrected } = entry;
  return (
    <>
      {direction && (
        <Badge size="sm" color="gray">
          {t(`journal.${direction}`)}
        </Badge>
      )}
      {outcome && (
        <Badge size="sm" color={outcome === 'reached' ? 'green' : 'orange'}>
          {t(`journal.${outcome}`)}
        </Badge>
      )}
      {durationSeconds !== undefined && (
        <Text span size="xs" c="dimmed" className="tabular">
          {t('journal.minutes', { minutes: format.number(Math.round(durationSeconds / 60)) })}
        </Text>
      )}
      {corrected !== undefined && (
        <Text span size="xs" c="dimmed" fs="italic">
          {t('journal.corrected', { at: format.dateTime(corrected) })}
        </Text>
      )}
    </>
  );
}

function Correction({
  leadId,
  entry,
  onClose,
}: Omit<Props, 'readOnly'> & { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<EntryText>(() => textOf(entry));
  const [problem, setProblem] = useState<string | null>(null);
  const correct = useCommand(
    () =>
      command((headers) =>
        leads.PATCH('/api/leads/{id}/journal/{entryId}', {
          params: { path: { id: leadId, entryId: entry.entryId } },
          headers,
          body: correctionOf(typed),
        }),
      ),
    {
      changes: [keys.lead(leadId), keys.leads],
      onDone: onClose,
      onProblem(error) {
        setProblem(problemText(error));
        return true;
      },
    },
  );
  const submit = (): void => {
    if (typed.text.trim() !== '' && !correct.isPending) correct.mutate(undefined);
  };
  return (
    <Box mt={6}>
      <EntryForm
        value={typed}
        onChange={setTyped}
        onSubmit={submit}
        isCorrection
        disabled={correct.isPending}
        error={problem}
      />
      <Group gap="xs" justify="flex-end" mt="xs">
        <Button variant="default" size="xs" onClick={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button size="xs" loading={correct.isPending} disabled={typed.text.trim() === ''} onClick={submit}>
          {t('actions.save')}
        </Button>
      </Group>
    </Box>
  );
}
