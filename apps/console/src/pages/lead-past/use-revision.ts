import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';

const route = getRouteApi('/signed-in/leads/$id');

export interface ShownRevision {
  /** The one that is looked at; undefined: the newest. */
  readonly revision: number | undefined;
  /** Shows another one; undefined: back to now. It does not become a page of its own to go back to. */
  readonly show: (revision: number | undefined) => void;
}

/** Browsers refuse an address that changes many times a second, as it would while a slider is drawn. */
const SETTLED_MS = 200;

/** Which revision of a lead is looked at: it stands in the address, so that it can be shared. */
export function useRevision(): ShownRevision {
  const { revision: inAddress } = route.useSearch();
  const navigate = route.useNavigate();
  const [revision, setRevision] = useState(inAddress);
  const [known, setKnown] = useState(inAddress);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Somebody went back, or followed a link.
  if (inAddress !== known) {
    setKnown(inAddress);
    setRevision(inAddress);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const show = useCallback(
    (shown: number | undefined) => {
      const write = (): void =>
        void navigate({ search: (before) => ({ ...before, revision: shown }), replace: true, resetScroll: false });
      clearTimeout(timer.current);
      setRevision(shown);
      if (shown === undefined) write();
      else timer.current = setTimeout(write, SETTLED_MS);
    },
    [navigate],
  );
  return { revision, show };
}
