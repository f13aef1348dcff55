import { Stack, Tabs } from '@mantine/core';
import { IconDownload, IconFileImport, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { leadListQuery } from '../../api/queries.js';
import type { LeadListItem } from '../../api/types.js';
import { DataTable } from '../../components/data-table.js';
import { PageHeader } from '../../components/page-header.js';
import { useMyself } from '../../session/use-session.js';
import { LeadCard } from './lead-card.js';
import { useLeadColumns } from './lead-columns.js';
import { LeadFilters } from './lead-filters.js';
import { LeadListEmpty } from './lead-list-empty.js';
import { queryOf } from './lead-list-query.js';
import { LEAD_LISTS, type LeadList } from './lead-list-search.js';
import { Pager } from './pager.js';
import { useExport } from './use-export.js';
import { useLeadListSearch } from './use-lead-list-search.js';
import classes from './leads-page.module.css';

/** The lists of leads: filtered, searched, sorted, page by page. All of it stands in the address. */
export function LeadsPage(): ReactElement {
  const { t } = useTranslation('leads');
  const navigate = useNavigate();
  const { id: myId } = useMyself();
  const { search, change, turn } = useLeadListSearch();
  const { list = 'all' } = search;
  const query = queryOf(search, myId);
  const { data, error, isPlaceholderData, refetch } = useQuery(leadListQuery(query));
  const columns = useLeadColumns();
  const exporting = useExport(query);
  const open = useCallback(
    ({ id }: LeadListItem): void => void navigate({ to: '/leads/$id', params: { id } }),
    [navigate],
  );

  return (
    <>
      <PageHeader
        title={t('title')}
        actions={[
          { id: 'export', label: t('export'), icon: IconDownload, ...exporting },
          {
            id: 'import',
            label: t('import'),
            icon: IconFileImport,
            onClick: () => void navigate({ to: '/leads/import' }),
          },
          {
            id: 'new',
            label: t('new'),
            icon: IconPlus,
            primary: true,
            onClick: () => void navigate({ to: '/leads/new' }),
          },
        ]}
      />
      <Stack gap="md">
        <Tabs value={list} onChange={(value) => change(listSearch(value))} className={classes.lists}>
          <Tabs.List aria-label={t('lists.label')}>
            {LEAD_LISTS.map((each) => (
              <Tabs.Tab key={each} value={each} aria-controls="lead-list">
                {t(`lists.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <LeadFilters search={search} onChange={change} columns={columns} />
        <div id="lead-list">
          <DataTable
            label={t('table')}
            columns={columns.shown}
            rows={data?.items}
            rowId={idOf}
            onOpen={open}
            sort={search.sort ?? '-lastActivityAt'}
            onSort={(sort) => change({ ...search, sort })}
            error={error}
            onRetry={() => void refetch()}
            empty={<LeadListEmpty search={search} onChange={change} />}
            card={(lead) => <LeadCard lead={lead} />}
            isStale={isPlaceholderData}
          />
          {data && data.total > 0 && (
            <Pager
              page={search.page ?? 1}
              count={data.items.length}
              total={data.total}
              next={data.next}
              onTurn={turn}
            />
          )}
        </div>
      </Stack>
    </>
  );

  /** Another list begins without the filters of the one before; the words one searches for stay. */
  function listSearch(value: string | null): { list?: LeadList; q?: string; sort?: string } {
    const chosen = LEAD_LISTS.find((each) => each === value);
    return { list: chosen === 'all' ? undefined : chosen, q: search.q, sort: search.sort };
  }
}

const idOf = ({ id }: LeadListItem): string => id;
