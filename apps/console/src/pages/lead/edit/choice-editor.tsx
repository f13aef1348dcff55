import { Select } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Named } from '../../../api/types.js';
import type { EditorProps } from '../../../components/editable-field.js';

interface Props extends EditorProps<string | null> {
  readonly choices: readonly Named[];
  /** What it is called to choose none. */
  readonly none: string;
}

/** One of several, or none. */
export function ChoiceEditor({ value, onChange, label, error, disabled, choices, none }: Props): ReactElement {
  return (
    <Select
      aria-label={label}
      placeholder={none}
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      error={error}
      disabled={disabled}
      searchable
      clearable
      onChange={onChange}
    />
  );
}
