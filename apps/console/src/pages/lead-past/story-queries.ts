import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { leads } from '../../api/clients.js';
import { answer } from '../../api/command.js';
import { keys } from '../../api/queries.js';

const PAGE = 50;
/** The cursor of the first page. */
const FIRST = '';

/** What happened to a lead, newest first, page by page; the sentences are in the reader's language. */
export const timelineQuery = (id: string, language: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.lead(id), 'timeline', language],
    queryFn: ({ pageParam, signal }) =>
      answer(
        leads.GET('/api/leads/{id}/timeline', {
          params: { path: { id }, query: { limit: PAGE, after: pageParam || undefined } },
          signal,
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** The exact changes of a lead, newest first, page by page. */
export const historyQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.lead(id), 'history'],
    queryFn: ({ pageParam, signal }) =>
      answer(
        leads.GET('/api/leads/{id}/history', {
          params: { path: { id }, query: { limit: PAGE, after: pageParam || undefined } },
          signal,
        }),
      ),
    initialPageParam: FIRST,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
