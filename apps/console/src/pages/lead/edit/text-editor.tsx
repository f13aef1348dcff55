import { Textarea, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import type { EditorProps } from '../../../components/editable-field.js';

interface Props extends EditorProps<string> {
  readonly type?: 'text' | 'email';
  readonly maxLength?: number;
}

/** One line of text. */
export function TextEditor({ value, onChange, label, error, disabled, type = 'text', maxLength }: Props): ReactElement {
  return (
    <TextInput
      aria-label={label}
      type={type}
      value={value}
      error={error}
      disabled={disabled}
      maxLength={maxLength}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Several lines of text. */
export function LongTextEditor({ value, onChange, label, error, disabled, maxLength }: Props): ReactElement {
  return (
    <Textarea
      aria-label={label}
      value={value}
      error={error}
      disabled={disabled}
      maxLength={maxLength}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
