import { Button, Group } from '@mantine/core';
import { IconFilterOff, IconInbox } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/states.js';
import { isFiltered } from './lead-list-query.js';
import type { LeadListSearch } from './lead-list-search.js';

interface Props {
  readonly search: LeadListSearch;
  readonly onChange: (search: LeadListSearch) => void;
}

/** Why there is nothing in the list, and what to do about it. */
export function LeadListEmpty({ search, onChange }: Props): ReactElement {
  const { t } = useTranslation('leads');
  const { t: common } = useTranslation();
  if (isFiltered(search)) {
    return (
      <EmptyState title={t('empty.filtered')} text={t('empty.filteredText')} icon={IconFilterOff}>
        <Button variant="default" mt="xs" onClick={() => onChange({ list: search.list, sort: search.sort })}>
          {common('filters.clearAll')}
        </Button>
      </EmptyState>
    );
  }
  if (search.list) return <EmptyState title={t('empty.list')} text={t('empty.listText')} icon={IconInbox} />;
  return (
    <EmptyState title={t('empty.title')} text={t('empty.text')} icon={IconInbox}>
      <Group gap="xs" mt="xs">
        <Button renderRoot={(props) => <Link to="/leads/new" {...props} />}>{t('new')}</Button>
        <Button variant="default" renderRoot={(props) => <Link to="/leads/import" {...props} />}>
          {t('import')}
        </Button>
      </Group>
    </EmptyState>
  );
}
