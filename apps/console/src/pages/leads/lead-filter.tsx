import { Checkbox, Loader, Popover, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { leadFacetsQuery } from '../../api/queries.js';
import type { Facet, LeadFacets } from '../../api/types.js';
import { FilterTrigger } from '../../components/filter-bar.js';
import { useFormat } from '../../format/use-format.js';
import { useMyself } from '../../session/use-session.js';
import { filtersOf, LIGHTS, NONE, valuesOf, type Choice } from './lead-list-query.js';
import type { LeadListSearch } from './lead-list-search.js';
import type { FilterNames } from './use-filter-names.js';
import classes from './lead-filter.module.css';

interface Props {
  readonly choice: Choice;
  readonly search: LeadListSearch;
  readonly nameOf: FilterNames;
  readonly onChange: (values: readonly string[]) => void;
}

interface Option {
  readonly value: string;
  readonly label: string;
  /** How many leads there are of it, under the other filters; undefined where nobody counts. */
  readonly count?: number;
}

/** More than these are looked for by their names. */
const SEARCHED_FROM = 9;

/** One filter: a button, and behind it the values with how many leads each has. */
export function LeadFilter({ choice, search, nameOf, onChange }: Props): ReactElement {
  const { t } = useTranslation('leads');
  const { t: common } = useTranslation();
  const format = useFormat();
  const [opened, popover] = useDisclosure(false);
  const [typed, setTyped] = useState('');
  const { id: myId } = useMyself();
  const facets = useQuery({ ...leadFacetsQuery(filtersOf(search, myId, choice)), enabled: opened });
  const chosen = valuesOf(search, choice);
  const options = optionsOf(choice, facets.data, chosen, nameOf);
  const found = options.filter(({ label }) => label.toLowerCase().includes(typed.trim().toLowerCase()));
  const isSingle = choice === 'due';

  const toggle = (value: string, isChosen: boolean): void => {
    if (isSingle) onChange(isChosen ? [value] : []);
    else onChange(isChosen ? [...chosen, value] : chosen.filter((each) => each !== value));
  };

  return (
    <Popover
      opened={opened}
      onChange={(isOpen) => (isOpen ? popover.open() : popover.close())}
      onClose={() => setTyped('')}
      position="bottom-start"
      trapFocus
      returnFocus
      width={270}
    >
      <Popover.Target>
        <FilterTrigger label={t(`filters.${choice}`)} count={chosen.length} onClick={popover.toggle} />
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label={t(`filters.${choice}`)}>
        {options.length >= SEARCHED_FROM && (
          <TextInput
            size="xs"
            mb={6}
            data-autofocus
            aria-label={common('filters.search')}
            placeholder={common('filters.search')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <ScrollArea.Autosize mah={290} type="auto" viewportProps={{ tabIndex: -1 }}>
          <Stack gap={0}>
            {found.map(({ value, label, count }) => (
              <label key={value} className={classes.option}>
                <Checkbox
                  size="xs"
                  checked={chosen.includes(value)}
                  onChange={({ currentTarget: { checked } }) => toggle(value, checked)}
                />
                <span className={classes.name}>{label}</span>
                {count !== undefined && <span className={classes.count}>{format.number(count)}</span>}
              </label>
            ))}
            {facets.isPending && options.length === 0 && (
              <Loader size="xs" m="sm" aria-label={common('table.loading')} />
            )}
            {!facets.isPending && found.length === 0 && (
              <Text size="sm" c="dimmed" p={8}>
                {common('filters.none')}
              </Text>
            )}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}

function optionsOf(
  choice: Choice,
  facets: LeadFacets | undefined,
  chosen: readonly string[],
  nameOf: FilterNames,
): Option[] {
  const named = (values: readonly string[]): Option[] =>
    values.map((value) => ({ value, label: nameOf(choice, value) }));
  switch (choice) {
    case 'due':
      return named(['today', 'overdue']);
    case 'light':
      return named(LIGHTS);
    default: {
      const counted = (facets?.[choice] ?? []).map((facet) => optionOf(facet, choice, nameOf));
      // What is chosen can be taken back, also where no lead is left of it.
      const gone = chosen.filter((value) => !counted.some((option) => option.value === value));
      return [...counted, ...named(gone)];
    }
  }
}

function optionOf({ value, name, count }: Facet, choice: Choice, nameOf: FilterNames): Option {
  return value === null
    ? { value: NONE, label: nameOf(choice, NONE), count }
    : { value, label: name || nameOf(choice, value), count };
}
