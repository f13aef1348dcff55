import { useNavigate, useRouter, useRouterState, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { present } from '../../app/search.js';
import { rememberList } from './last-list.js';
import type { LeadListSearch } from './lead-list-search.js';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The cursors of the pages before this one, so that one can go back to them. */
    cursors?: readonly (string | undefined)[];
  }
}

export interface LeadListSearching {
  readonly search: LeadListSearch;
  /** Shows something else, from its first page. Typing replaces the address; a choice is a step to come back from. */
  readonly change: (search: LeadListSearch, how?: { readonly replace?: boolean }) => void;
  readonly turn: (to: { readonly next: string } | 'previous') => void;
}

/** What the address says about the list, and how it is changed. */
export function useLeadListSearch(): LeadListSearching {
  const search = useSearch({ from: '/signed-in/leads' });
  const navigate = useNavigate({ from: '/leads' });
  const router = useRouter();
  const cursors = useRouterState({ select: ({ location }) => location.state.cursors }) ?? [];

  useEffect(() => rememberList(search), [search]);

  return {
    search,
    change(next, { replace = false } = {}) {
      // What was typed a moment before somebody left for another page does not bring them back.
      if (router.latestLocation.pathname !== '/leads') return;
      void navigate({ search: present({ ...next, after: undefined, page: undefined }), replace, resetScroll: false });
    },
    turn(to) {
      const { page = 1, after } = search;
      if (to !== 'previous') {
        void navigate({
          search: { ...search, after: to.next, page: page + 1 },
          state: { cursors: [...cursors, after] },
        });
        return;
      }
      // Somebody who came by a link to the middle of the list goes back to its beginning.
      const before = cursors.at(-1);
      void navigate({
        search: present({ ...search, after: before, page: before === undefined ? undefined : page - 1 }),
        state: { cursors: cursors.slice(0, -1) },
      });
    },
  };
}
