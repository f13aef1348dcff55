import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMyself } from '../../../session/use-session.js';
import { SUGGESTIONS, suggested } from './local-time.js';

interface Props {
  /** A local time of the user's own time zone; empty for none. */
  readonly value: string;
  readonly onChange: (localTime: string) => void;
  readonly autoFocus?: boolean;
}

/** A date and a time, with the ones that most people choose a click away. */
export function TimePicker({ value, onChange, autoFocus = false }: Props): ReactElement {
  const { t } = useTranslation('lead');
  const { timeZone } = useMyself();
  return (
    <Stack gap="xs">
      <TextInput
        type="datetime-local"
        label={t('resubmission.when')}
        description={timeZone}
        value={value}
        data-autofocus={autoFocus || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Group gap={6}>
        {SUGGESTIONS.map((suggestion) => (
          <Button
            key={suggestion}
            size="compact-sm"
            variant="default"
            onClick={() => onChange(suggested(suggestion, Date.now(), timeZone))}
          >
            {t(`resubmission.suggestions.${suggestion}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
