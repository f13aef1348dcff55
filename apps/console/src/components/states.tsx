import { Button, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle, IconMoodEmpty, type Icon } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../app/problem-text.js';

interface EmptyProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly icon?: Icon;
  /** What to do about it. */
  readonly children?: ReactNode;
}

/** Where there is nothing: says so, and what to do about it. */
export function EmptyState({ title, text, icon: Symbol = IconMoodEmpty, children }: EmptyProps): ReactElement {
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center">
      <ThemeIcon size={46} radius="xl" variant="light" color="gray">
        <Symbol size={24} stroke={1.6} aria-hidden />
      </ThemeIcon>
      <Text fw={600}>{title}</Text>
      {text !== undefined && (
        <Text c="dimmed" size="sm" maw={420} component="div">
          {text}
        </Text>
      )}
      {children}
    </Stack>
  );
}

/** Where something could not be read: why, and the way to try again. */
export function ErrorState({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center" role="alert">
      <ThemeIcon size={46} radius="xl" variant="light" color="red">
        <IconAlertTriangle size={24} stroke={1.6} aria-hidden />
      </ThemeIcon>
      <Text fw={600}>{t('errors.title')}</Text>
      <Text c="dimmed" size="sm" maw={460}>
        {problemText(error)}
      </Text>
      {onRetry && (
        <Button variant="default" mt="xs" onClick={onRetry}>
          {t('actions.tryAgain')}
        </Button>
      )}
    </Stack>
  );
}
