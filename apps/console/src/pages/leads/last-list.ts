import type { LeadListSearch } from './lead-list-search.js';

let last: LeadListSearch = {};

/** The list that one saw last in this tab: the way back from a lead leads there. */
export function lastList(): LeadListSearch {
  return last;
}

export function rememberList(search: LeadListSearch): void {
  last = search;
}
