import { Group, SegmentedControl, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DIRECTIONS, KINDS, OUTCOMES, type EntryText } from './entry-text.js';

interface Props {
  readonly value: EntryText;
  readonly onChange: (value: EntryText) => void;
  readonly onSubmit: () => void;
  /** What an entry is stays as it was written. */
  readonly isCorrection?: boolean;
  readonly disabled?: boolean;
  readonly error?: string | null;
}

/** What a note, a call, a mail or a meeting says. */
export function EntryForm({
  value,
  onChange,
  onSubmit,
  isCorrection = false,
  disabled = false,
  error = null,
}: Props): ReactElement {
  const { t } = useTranslation('lead');
  const { kind } = value;
  const submit = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSubmit();
  };
  return (
    <Stack gap="xs" onKeyDown={submit}>
      {!isCorrection && (
        <SegmentedControl
          size="xs"
          aria-label={t('journal.kind')}
          value={kind}
          disabled={disabled}
          onChange={(chosen) => onChange({ ...value, kind: KINDS.find((each) => each === chosen) ?? kind })}
          data={KINDS.map((each) => ({ value: each, label: t(`journal.${each}`) }))}
        />
      )}
      <Textarea
        aria-label={t('journal.text')}
        placeholder={t(`journal.placeholder.${kind}`)}
        value={value.text}
        disabled={disabled}
        error={error}
        maxLength={20_000}
        minRows={3}
        onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
      />
      {kind !== 'note' && (
        <Group gap="xs" grow preventGrowOverflow={false} align="flex-end">
          {kind !== 'meeting' && (
            <Select
              miw={120}
              label={t('journal.direction')}
              data={DIRECTIONS.map((each) => ({ value: each, label: t(`journal.${each}`) }))}
              value={value.direction}
              disabled={disabled}
              allowDeselect={false}
              onChange={(chosen) =>
                onChange({ ...value, direction: DIRECTIONS.find((each) => each === chosen) ?? value.direction })
              }
            />
          )}
          {kind === 'call' && (
            <Select
              miw={150}
              label={t('journal.outcome')}
              data={OUTCOMES.map((each) => ({ value: each, label: t(`journal.${each}`) }))}
              value={value.outcome}
              disabled={disabled}
              allowDeselect={false}
              onChange={(chosen) =>
                onChange({ ...value, outcome: OUTCOMES.find((each) => each === chosen) ?? value.outcome })
              }
            />
          )}
          {kind !== 'mail' && (
            <TextInput
              miw={80}
              label={t('journal.duration')}
              inputMode="numeric"
              value={value.minutes}
              disabled={disabled}
              maxLength={4}
              onChange={(event) => onChange({ ...value, minutes: event.currentTarget.value.replace(/\D/g, '') })}
            />
          )}
        </Group>
      )}
    </Stack>
  );
}
