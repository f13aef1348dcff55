import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';

const route = getRouteApi('/signed-in/leads/$id');

export interface ShownRevision {
  /** The one in the address; undefined: the newest. */
  readonly revision: number | undefined;
  /** Shows another one; undefined: back to now. It does not become a page of its own to go back to. */
  readonly show: (revision: number | undefined) => void;
}

/** Which revision of a lead is looked at: it stands in the address, so that it can be shared. */
export function useRevision(): ShownRevision {
  const { revision } = route.useSearch();
  const navigate = route.useNavigate();
  const show = useCallback(
    (shown: number | undefined) =>
      void navigate({ search: (before) => ({ ...before, revision: shown }), replace: true, resetScroll: false }),
    [navigate],
  );
  return { revision, show };
}
