import { ActionIcon, Checkbox, Divider, Indicator, Popover, Stack, Switch, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconColumns3, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouterState } from '@tanstack/react-router';
import { FilterBar, type ActiveFilter } from '../../components/filter-bar.js';
import { ALWAYS_SHOWN, type LeadColumns } from './lead-columns.js';
import { LeadFilter } from './lead-filter.js';
import { CHOICES, choicesIn, valuesOf, type Choice } from './lead-list-query.js';
import type { LeadListSearch } from './lead-list-search.js';
import { useFilterNames } from './use-filter-names.js';
import type { LeadListSearching } from './use-lead-list-search.js';
import classes from './leads-page.module.css';

interface Props {
  readonly search: LeadListSearch;
  readonly onChange: LeadListSearching['change'];
  readonly columns: LeadColumns;
}

/** Search, filters and columns of the list. */
export function LeadFilters({ search, onChange, columns }: Props): ReactElement {
  const { t } = useTranslation('leads');
  const { list = 'all', deactivated } = search;
  const choices = choicesIn(list);
  const nameOf = useFilterNames(search);

  const choose = (choice: Choice, values: readonly string[]): void =>
    onChange({ ...search, [choice]: values.length > 0 ? values.join(',') : undefined });

  const active: ActiveFilter[] = choices.flatMap((choice) => {
    const values = valuesOf(search, choice);
    if (values.length === 0) return [];
    const value = values.map((each) => nameOf(choice, each)).join(', ');
    return [{ id: choice, name: t(`filters.${choice}`), value, onRemove: () => choose(choice, []) }];
  });
  if (deactivated) {
    active.push({
      id: 'deactivated',
      name: t('filters.status'),
      value: t('filters.deactivatedOnly'),
      onRemove: () => onChange({ ...search, deactivated: undefined }),
    });
  }

  const clearAll = (): void => {
    const cleared = Object.fromEntries(CHOICES.map((choice) => [choice, undefined]));
    onChange({ ...search, ...cleared, deactivated: undefined });
  };

  return (
    <div className={classes.toolbar}>
      <SearchField search={search} onChange={onChange} />
      <div className={classes.filters}>
        <FilterBar active={active} onClearAll={clearAll}>
          {choices.map((choice) => (
            <LeadFilter
              key={choice}
              choice={choice}
              search={search}
              nameOf={nameOf}
              onChange={(values) => choose(choice, values)}
            />
          ))}
        </FilterBar>
      </div>
      <ColumnChooser
        columns={columns}
        isDeactivated={deactivated === 'true'}
        onDeactivated={(only) => onChange({ ...search, deactivated: only ? 'true' : undefined })}
      />
    </div>
  );
}

/** Longer than between two keys, shorter than one notices. */
const TYPING_MS = 120;

function SearchField({ search, onChange }: Pick<Props, 'search' | 'onChange'>): ReactElement {
  const { t } = useTranslation('leads');
  const [typed, setTyped] = useState(search.q ?? '');
  const field = useRef<HTMLInputElement>(null);
  const { hash } = useRouterState({ select: ({ location }) => location });
  const find = useDebouncedCallback(
    (q: string) => onChange({ ...search, q: q.trim() || undefined }, { replace: true }),
    {
      delay: TYPING_MS,
    },
  );
  const [shown, setShown] = useState(search.q);

  // The address may change by other means: the way back, or "clear all".
  if (shown !== search.q) {
    setShown(search.q);
    if (typed.trim() !== (search.q ?? '') && document.activeElement?.id !== 'lead-search') setTyped(search.q ?? '');
  }

  useEffect(() => {
    if (hash === 'search') field.current?.focus();
  }, [hash]);

  return (
    <TextInput
      ref={field}
      id="lead-search"
      type="search"
      size="sm"
      className={classes.search}
      aria-label={t('search')}
      placeholder={t('searchPlaceholder')}
      leftSection={<IconSearch size={17} aria-hidden />}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        find(value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        setTyped('');
        find('');
        event.currentTarget.blur();
      }}
    />
  );
}

interface ColumnChooserProps {
  readonly columns: LeadColumns;
  readonly isDeactivated: boolean;
  readonly onDeactivated: (only: boolean) => void;
}

function ColumnChooser({ columns, isDeactivated, onDeactivated }: ColumnChooserProps): ReactElement {
  const { t } = useTranslation('leads');
  const { t: common } = useTranslation();
  const { all, hidden, setHidden } = columns;
  return (
    <Popover width={250} position="bottom-end" trapFocus returnFocus>
      <Indicator disabled={hidden.length === 0 && !isDeactivated} size={8} offset={4}>
        <Popover.Target>
          <ActionIcon variant="default" size={34} aria-label={common('table.columns')} title={common('table.columns')}>
            <IconColumns3 size={18} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p="sm" aria-label={common('table.columns')}>
        <Stack gap={9}>
          {all
            .filter(({ id }) => !ALWAYS_SHOWN.has(id))
            .map(({ id, header }) => (
              <Checkbox
                key={id}
                size="xs"
                label={header}
                checked={!hidden.includes(id)}
                onChange={({ currentTarget: { checked } }) =>
                  setHidden(checked ? hidden.filter((each) => each !== id) : [...hidden, id])
                }
              />
            ))}
          <Divider color="var(--leadline-line)" />
          <Switch
            size="xs"
            label={t('filters.deactivatedOnly')}
            checked={isDeactivated}
            onChange={({ currentTarget: { checked } }) => onDeactivated(checked)}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
