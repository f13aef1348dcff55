import { Loader } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { Activity, lazy, Suspense, type ReactElement, type ReactNode } from 'react';
import type { Lead } from '../../api/types.js';

const LeadAsOf = lazy(() => import('./lead-as-of.js').then(({ LeadAsOf: page }) => ({ default: page })));

const route = getRouteApi('/signed-in/leads/$id');

interface Props {
  readonly lead: Lead;
  /** The lead's page, as it is now. */
  readonly children: ReactNode;
}

/** The lead's page; or, with a revision in the address, the lead as it was then in its place. */
export function WithPast({ lead, children }: Props): ReactElement {
  const { tab = 'overview', revision } = route.useSearch();
  const isPast = revision !== undefined && tab === 'overview';
  return (
    <>
      {isPast && (
        <Suspense fallback={<Loader />}>
          <LeadAsOf lead={lead} />
        </Suspense>
      )}
      {/* Kept while the past is looked at: somebody may be writing there. */}
      <Activity mode={isPast ? 'hidden' : 'visible'}>{children}</Activity>
    </>
  );
}
