import { Alert, Button, Card, Group, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type ReactElement, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { leads } from '../../api/clients.js';
import { command } from '../../api/command.js';
import { messagesByField, Problem } from '../../api/problem.js';
import { keys } from '../../api/queries.js';
import { problemText } from '../../app/problem-text.js';
import { useCommand } from '../../app/use-command.js';
import { PageHeader } from '../../components/page-header.js';
import { useMyself } from '../../session/use-session.js';
import { lineWithBadPrice } from '../lead/edit/interests.js';
import { lastList } from '../leads/last-list.js';
import { CustomerFields } from './customer-fields.js';
import { keepDraft, keptDraft } from './draft.js';
import { LeadFields } from './lead-fields.js';
import { bodyOf, emptyLead, missingIn, type NewLeadText } from './new-lead-text.js';
import classes from './new-lead-page.module.css';

/** A lead by hand: the customer first, then what it is about. */
export function NewLeadPage(): ReactElement {
  const { t } = useTranslation('newLead');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const { id: myId, timeZone } = useMyself();
  const [text, setText] = useState(() => keptDraft() ?? emptyLead(myId));
  const [messages, setMessages] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);

  const change = (changed: Partial<NewLeadText>): void => {
    const next = { ...text, ...changed };
    setText(next);
    keepDraft(next);
  };

  const create = useCommand(
    () => command((headers) => leads.POST('/api/leads', { headers, body: bodyOf(text, timeZone) })),
    {
      changes: [keys.leads],
      done: t('created'),
      onDone({ id }) {
        keepDraft(null);
        void navigate({ to: '/leads/$id', params: { id }, replace: true });
      },
      onProblem(error) {
        setMessages(error instanceof Problem ? messagesByField(error) : {});
        setProblem(problemText(error));
        return true;
      },
    },
  );

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (create.isPending) return;
    const missing = missingIn(text);
    setMessages(Object.fromEntries(missing.map((field) => [field, t(`errors.${field}`)])));
    setProblem(missing.length > 0 ? common('errors.fields') : null);
    if (missing.length === 0 && lineWithBadPrice(text.interests) < 0) create.mutate(undefined);
  };

  useFirstError(messages);

  const discard = (): void => {
    keepDraft(null);
    void navigate({ to: '/leads', search: lastList() });
  };

  return (
    <form onSubmit={submit} noValidate>
      <PageHeader title={t('title')} />
      <Stack gap="md">
        {problem !== null && (
          <Alert color="red" role="alert" title={t('problem')}>
            {problem}
          </Alert>
        )}
        <div className={classes.columns}>
          <Card component="section" aria-labelledby="new-customer">
            <CustomerFields text={text} messages={messages} onChange={change} />
          </Card>
          <Card component="section" aria-labelledby="new-lead">
            <LeadFields text={text} messages={messages} onChange={change} />
          </Card>
        </div>
        <Group justify="flex-end" gap="xs" className={classes.footer}>
          <Button variant="default" onClick={discard}>
            {t('discard')}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t('create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The first field that is wrong is where one goes on. */
function useFirstError(messages: Readonly<Record<string, string>>): void {
  useEffect(() => {
    if (Object.keys(messages).length === 0) return;
    const field = document.querySelector('main [aria-invalid="true"]');
    if (field instanceof HTMLElement) field.focus();
  }, [messages]);
}
