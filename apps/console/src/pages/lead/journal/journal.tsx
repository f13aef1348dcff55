import { Button, Card, Skeleton, Stack, Title } from '@mantine/core';
import { IconNotebook } from '@tabler/icons-react';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { leads } from '../../../api/clients.js';
import { answer } from '../../../api/command.js';
import { keys } from '../../../api/queries.js';
import type { Lead } from '../../../api/types.js';
import { EmptyState, ErrorState } from '../../../components/states.js';
import { Composer } from './composer.js';
import { Entry } from './entry.js';
import classes from './journal.module.css';

interface Props {
  readonly lead: Lead;
  readonly readOnly: boolean;
}

const journalQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: keys.journal(id),
    queryFn: ({ pageParam, signal }) =>
      answer(
        leads.GET('/api/leads/{id}/journal', {
          params: { path: { id }, query: { limit: 30, after: pageParam || undefined } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Notes, calls, mails and meetings, the newest first, and the place to write another one down. */
export function Journal({ lead, readOnly }: Props): ReactElement {
  const { t } = useTranslation('lead');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    journalQuery(lead.id),
  );
  const entries = data?.pages.flatMap(({ items }) => items);
  return (
    <Card component="section" aria-labelledby="lead-journal">
      <Title order={2} id="lead-journal" mb="sm">
        {t('journal.title')}
      </Title>
      <Stack gap="md">
        {!readOnly && <Composer leadId={lead.id} key={lead.id} />}
        {!entries && !error && <Skeleton height={60} />}
        {!entries && error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {entries?.length === 0 && (
          <EmptyState title={t('journal.empty')} text={t('journal.emptyText')} icon={IconNotebook} />
        )}
        {entries && entries.length > 0 && (
          <ul className={classes.list}>
            {entries.map((entry) => (
              <Entry key={entry.entryId} leadId={lead.id} entry={entry} readOnly={readOnly} />
            ))}
          </ul>
        )}
        {hasNextPage && (
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('journal.more')}
          </Button>
        )}
      </Stack>
    </Card>
  );
}
