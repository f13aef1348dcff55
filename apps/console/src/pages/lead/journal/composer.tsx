import { Button, Group, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { leads } from '../../../api/clients.js';
import { command } from '../../../api/command.js';
import { keys } from '../../../api/queries.js';
import { problemText } from '../../../app/problem-text.js';
import { useCommand } from '../../../app/use-command.js';
import { EntryForm } from './entry-form.js';
import { bodyOf, NEW_ENTRY, readDraft, type EntryText } from './entry-text.js';

/** Writes an entry down. What is typed is kept for this tab until it is saved, also when one looks at another lead meanwhile. */
export function Composer({ leadId }: { readonly leadId: string }): ReactElement {
  const { t } = useTranslation('lead');
  const [draft, setDraft] = useState(() => readDraft(sessionStorage.getItem(draftKey(leadId))));
  const [problem, setProblem] = useState<string | null>(null);

  const keep = (entry: EntryText): void => {
    setDraft(entry);
    setProblem(null);
    if (entry.text === '') sessionStorage.removeItem(draftKey(leadId));
    else sessionStorage.setItem(draftKey(leadId), JSON.stringify(entry));
  };

  const add = useCommand(
    (entry: EntryText) =>
      command((headers) =>
        leads.POST('/api/leads/{id}/journal', {
          params: { path: { id: leadId } },
          headers,
          body: { kind: entry.kind, ...bodyOf(entry) },
        }),
      ),
    {
      changes: [keys.lead(leadId), keys.leads],
      done: t('journal.added'),
      onDone: (_answer, entry) => keep({ ...NEW_ENTRY, kind: entry.kind }),
      onProblem(error) {
        setProblem(problemText(error));
        return true;
      },
    },
  );
  const submit = (): void => {
    if (draft.text.trim() !== '' && !add.isPending) add.mutate(draft);
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <EntryForm value={draft} onChange={keep} onSubmit={submit} disabled={add.isPending} error={problem} />
      <Group justify="flex-end" mt="xs">
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {t('journal.hint')}
        </Text>
        <Button type="submit" size="xs" loading={add.isPending} disabled={draft.text.trim() === ''}>
          {t('journal.add')}
        </Button>
      </Group>
    </form>
  );
}

function draftKey(leadId: string): string {
  return `leadline-journal-${leadId}`;
}
