import { present, textIn, type Search } from '../../app/search.js';

export interface ImportSearch {
  /** The import that is looked at, or the check before it: it can be come back to. */
  readonly id?: string;
}

export function importSearch(search: Search): ImportSearch {
  return present({ id: textIn(search, 'id') });
}
