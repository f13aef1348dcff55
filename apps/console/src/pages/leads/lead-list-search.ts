import { oneOf, present, textIn, type Search } from '../../app/search.js';

export const LEAD_LISTS = ['all', 'mine', 'open', 'offered', 'inProgress', 'overdue', 'closed'] as const;
export type LeadList = (typeof LEAD_LISTS)[number];

/** What the list of leads shows, as it stands in the address: to be shared, and to come back to. */
export interface LeadListSearch {
  readonly list?: LeadList;
  readonly q?: string;
  readonly sort?: string;
  readonly status?: string;
  readonly phase?: string;
  readonly sourceId?: string;
  readonly marketplaceId?: string;
  readonly assigneeId?: string;
  readonly due?: 'today' | 'overdue';
  readonly light?: string;
  readonly deactivated?: 'true';
  /** The cursor of the page, and its number. */
  readonly after?: string;
  readonly page?: number;
}

export function leadListSearch(search: Search): LeadListSearch {
  const page = search['page'];
  return present({
    list: oneOf(search, 'list', LEAD_LISTS),
    q: textIn(search, 'q'),
    sort: textIn(search, 'sort'),
    status: textIn(search, 'status'),
    phase: textIn(search, 'phase'),
    sourceId: textIn(search, 'sourceId'),
    marketplaceId: textIn(search, 'marketplaceId'),
    assigneeId: textIn(search, 'assigneeId'),
    due: oneOf(search, 'due', ['today', 'overdue']),
    light: textIn(search, 'light'),
    deactivated: search['deactivated'] === true || search['deactivated'] === 'true' ? 'true' : undefined,
    after: textIn(search, 'after'),
    page: typeof page === 'number' && Number.isInteger(page) && page > 1 ? page : undefined,
  });
}
