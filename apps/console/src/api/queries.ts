import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { identity, leads } from './clients.js';
import { answer } from './command.js';
import type { operations } from './schema/leads.js';

export type LeadsQuery = NonNullable<operations['LeadListRoutes_list']['parameters']['query']>;
export type LeadFilters = Omit<LeadsQuery, 'limit' | 'after' | 'sort'>;

/** Settings change seldom. */
const SETTLED_MS = 5 * 60_000;

/** What commands name as changed. */
export const keys = {
  leads: ['leads'],
  lead: (id: string) => ['lead', id],
  journal: (id: string) => ['lead', id, 'journal'],
  users: ['users'],
  teams: ['teams'],
  apiKeys: ['apiKeys'],
  operations: ['operations'],
  sources: ['sources'],
  marketplaces: ['marketplaces'],
  closingReasons: ['closingReasons'],
} as const;

export const leadListQuery = (query: LeadsQuery) =>
  queryOptions({
    queryKey: [...keys.leads, 'list', query],
    queryFn: ({ signal }) => answer(leads.GET('/api/leads', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const leadFacetsQuery = (query: LeadFilters) =>
  queryOptions({
    queryKey: [...keys.leads, 'facets', query],
    queryFn: ({ signal }) => answer(leads.GET('/api/leads/facets', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });

export const leadQuery = (id: string) =>
  queryOptions({
    queryKey: keys.lead(id),
    queryFn: ({ signal }) => answer(leads.GET('/api/leads/{id}', { params: { path: { id } }, signal })),
  });

export const sourcesQuery = queryOptions({
  queryKey: keys.sources,
  queryFn: ({ signal }) => answer(leads.GET('/api/leads/sources', { signal })),
  staleTime: SETTLED_MS,
});

export const marketplacesQuery = queryOptions({
  queryKey: keys.marketplaces,
  queryFn: ({ signal }) => answer(leads.GET('/api/leads/marketplaces', { signal })),
  staleTime: SETTLED_MS,
});

export const closingReasonsQuery = queryOptions({
  queryKey: keys.closingReasons,
  queryFn: ({ signal }) => answer(leads.GET('/api/leads/closing-reasons', { signal })),
  staleTime: SETTLED_MS,
});

/** Those who work here by name, all or those found: who a lead can be assigned to, and who did what. 200 at most. */
export const userNamesQuery = (q?: string) =>
  queryOptions({
    queryKey: [...keys.users, 'names', q],
    queryFn: ({ signal }) =>
      answer(identity.GET('/api/identity/users', { params: { query: { limit: 200, sort: 'name', q } }, signal })),
    staleTime: SETTLED_MS,
  });
