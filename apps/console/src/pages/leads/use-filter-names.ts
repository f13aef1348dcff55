import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { leadFacetsQuery, marketplacesQuery, sourcesQuery, userNamesQuery } from '../../api/queries.js';
import { useMyself } from '../../session/use-session.js';
import { filtersOf, LIGHTS, NONE, STATUSES, type Choice } from './lead-list-query.js';
import type { LeadListSearch } from './lead-list-search.js';

/** What a value of a filter is called. */
export type FilterNames = (choice: Choice, value: string) => string;

/** The names of what is filtered by. They are read only where an address brings ids along. */
export function useFilterNames(search: LeadListSearch): FilterNames {
  const { t } = useTranslation('leads');
  const { t: common } = useTranslation();
  const { id: myId } = useMyself();
  const sources = useQuery({ ...sourcesQuery, enabled: search.sourceId !== undefined });
  const marketplaces = useQuery({ ...marketplacesQuery, enabled: search.marketplaceId !== undefined });
  const users = useQuery({ ...userNamesQuery(), enabled: search.assigneeId !== undefined });
  // Not everybody is among the first 200.
  const holders = useQuery({
    ...leadFacetsQuery(filtersOf(search, myId, 'assigneeId')),
    enabled: users.data !== undefined && users.data.next !== null,
  });
  const phases = useQuery({
    ...leadFacetsQuery(filtersOf(search, myId, 'phase')),
    enabled: search.phase !== undefined,
  });

  return (choice, value) => {
    const nameIn = (items: readonly { id: string; name: string }[] | undefined): string =>
      items?.find(({ id }) => id === value)?.name ?? '…';
    if (value === NONE && isNamed(choice)) return t(`filters.none.${choice}`);
    switch (choice) {
      case 'status':
        return isStatus(value) ? common(`status.${value}`) : value;
      case 'light':
        return isLight(value) ? common(`light.${value}`) : value;
      case 'due':
        return value === 'today' ? t('filters.dueToday') : t('filters.dueOverdue');
      case 'sourceId':
        return nameIn(sources.data?.items);
      case 'marketplaceId':
        return nameIn(marketplaces.data?.items);
      case 'assigneeId':
        return (
          users.data?.items.find(({ id }) => id === value)?.name ??
          holders.data?.assigneeId.find((holder) => holder.value === value)?.name ??
          '…'
        );
      case 'phase':
        return phases.data?.phase.find((phase) => phase.value === value)?.name ?? '…';
      default:
        return choice satisfies never;
    }
  };
}

function isStatus(value: string): value is (typeof STATUSES)[number] {
  return STATUSES.some((status) => status === value);
}

function isLight(value: string): value is (typeof LIGHTS)[number] {
  return LIGHTS.some((light) => light === value);
}

function isNamed(choice: Choice): choice is 'phase' | 'assigneeId' | 'sourceId' | 'marketplaceId' {
  return choice === 'phase' || choice === 'assigneeId' || choice === 'sourceId' || choice === 'marketplaceId';
}
