import { Loader, Skeleton, Stack, Tabs } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem.js';
import { leadQuery } from '../../api/queries.js';
import type { Lead } from '../../api/types.js';
import { EmptyState, ErrorState } from '../../components/states.js';
import { WithPast } from '../lead-past/with-past.js';
import { lastList } from '../leads/last-list.js';
import { LeadBanner } from './lead-banner.js';
import { LeadHeader } from './lead-header.js';
import { LEAD_TABS, type LeadTab } from './lead-search.js';
import { Overview } from './overview.js';
import { Phases } from './phases.js';
import { ResubmissionBar } from './resubmission/resubmission-bar.js';
import classes from './lead-page.module.css';

const LeadTimeline = lazy(() =>
  import('../lead-timeline/lead-timeline.js').then(({ LeadTimeline: page }) => ({ default: page })),
);
const LeadHistory = lazy(() =>
  import('../lead-history/lead-history.js').then(({ LeadHistory: page }) => ({ default: page })),
);
const LeadReplay = lazy(() =>
  import('../lead-replay/lead-replay.js').then(({ LeadReplay: page }) => ({ default: page })),
);

/** Others may work on it too: what is shown is seldom older than this. */
const REFRESH_MS = 20_000;

/** A lead: where it stands, who the customer is, what was said, and what happened. */
export function LeadPage(): ReactElement {
  const { t } = useTranslation('lead');
  const { id } = useParams({ from: '/signed-in/leads/$id' });
  const { data: lead, error, refetch } = useQuery({ ...leadQuery(id), refetchInterval: REFRESH_MS });
  return (
    <>
      <Link to="/leads" search={lastList()} className={classes.back}>
        <IconArrowLeft size={15} aria-hidden />
        {t('back')}
      </Link>
      {lead ? (
        <WithPast lead={lead} key={lead.id}>
          <Loaded lead={lead} />
        </WithPast>
      ) : error ? (
        <Failed error={error} onRetry={refetch} />
      ) : (
        <Loading />
      )}
    </>
  );
}

function Loaded({ lead }: { readonly lead: Lead }): ReactElement {
  const { t } = useTranslation('lead');
  const { tab = 'overview' } = useSearch({ from: '/signed-in/leads/$id' });
  const navigate = useNavigate({ from: '/leads/$id' });
  const readOnly = !lead.active;
  const show = (chosen: string | null): void => {
    const next = LEAD_TABS.find((each) => each === chosen);
    void navigate({ search: next === undefined || next === 'overview' ? {} : { tab: next }, resetScroll: false });
  };
  return (
    <>
      <LeadHeader lead={lead} />
      <Stack gap="md">
        <LeadBanner lead={lead} />
        {lead.resubmission && <ResubmissionBar lead={lead} resubmission={lead.resubmission} />}
        {/* A replay shows those of its step. */}
        {tab !== 'replay' && <Phases lead={lead} readOnly={readOnly || lead.status !== 'inProgress'} />}
        <Tabs value={tab} onChange={show} keepMounted={false} className={classes.tabs}>
          <Tabs.List aria-label={t('tabs.label')}>
            {LEAD_TABS.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t(`tabs.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {/* Kept while another tab is looked at: somebody may be writing there. */}
          <Tabs.Panel value="overview" pt="md" keepMounted>
            <Overview lead={lead} />
          </Tabs.Panel>
          {LEAD_TABS.filter((each) => each !== 'overview').map((each) => (
            <Tabs.Panel key={each} value={each} pt="md">
              <Suspense fallback={<Loader />}>
                <Story tab={each} lead={lead} />
              </Suspense>
            </Tabs.Panel>
          ))}
        </Tabs>
      </Stack>
    </>
  );
}

function Story({ tab, lead }: { readonly tab: Exclude<LeadTab, 'overview'>; readonly lead: Lead }): ReactElement {
  switch (tab) {
    case 'timeline':
      return <LeadTimeline lead={lead} />;
    case 'history':
      return <LeadHistory lead={lead} />;
    case 'replay':
      return <LeadReplay lead={lead} />;
    default:
      return tab satisfies never;
  }
}

function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => unknown }): ReactElement {
  const { t } = useTranslation('lead');
  const isGone = error instanceof Problem && (error.status === 404 || error.status === 400);
  return isGone ? <EmptyState title={t('notFound')} /> : <ErrorState error={error} onRetry={() => void onRetry()} />;
}

function Loading(): ReactElement {
  const { t } = useTranslation();
  return (
    <Stack gap="md" role="status" aria-label={t('table.loading')}>
      <Skeleton height={30} width={280} />
      <Skeleton height={92} radius="lg" />
      <Skeleton height={380} radius="lg" />
    </Stack>
  );
}
