import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { userNamesQuery } from '../api/queries.js';
import type { Named } from '../api/types.js';

interface Props {
  readonly label: string;
  /** What it is called to choose nobody. */
  readonly placeholder: string;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** Whoever is chosen already, by name: they may not be among those found. */
  readonly known?: Named | undefined;
  readonly clearable?: boolean;
  readonly error?: string | null;
  readonly autoFocus?: boolean;
}

/** One of those who work here; found by the beginning of any of their names, however many there are. */
export function PersonSelect(props: Props): ReactElement {
  const { label, placeholder, value, onChange, known, clearable = false, error, autoFocus = false } = props;
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const everybody = useQuery(userNamesQuery()).data;
  const isMore = everybody !== undefined && everybody.next !== null;
  const found = useQuery({ ...userNamesQuery(q), enabled: isMore && q !== '' }).data;
  const active = [...(everybody?.items ?? []), ...(found?.items ?? [])].filter((each) => each.active);
  const names = new Map(active.map(({ id, name }) => [id, name]));
  if (known && known.id === value && !names.has(known.id)) names.set(known.id, known.name);

  return (
    <Select
      label={label}
      placeholder={placeholder}
      data={Array.from(names, ([id, name]) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      error={error}
      searchable
      clearable={clearable}
      allowDeselect={clearable}
      limit={100}
      data-autofocus={autoFocus || undefined}
    />
  );
}
