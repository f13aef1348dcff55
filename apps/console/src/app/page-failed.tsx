import { Button, Stack, Text, Title } from '@mantine/core';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from './problem-text.js';

/** In place of a page that could not be shown: an error of ours, or a file that a new version took away. */
export function PageFailed({ error, reset }: ErrorComponentProps): ReactElement {
  const { t } = useTranslation();
  const router = useRouter();
  const again = (): void => {
    // A page's code that cannot be loaded has most likely a newer name by now.
    if (error instanceof Error && /import|chunk|module/i.test(error.message)) location.reload();
    reset();
    void router.invalidate();
  };
  return (
    <Stack align="center" justify="center" mih="60dvh" p="lg" ta="center" role="alert">
      <Title order={1}>{t('errors.pageFailed')}</Title>
      <Text c="dimmed">{problemText(error)}</Text>
      <Button onClick={again}>{t('actions.tryAgain')}</Button>
    </Stack>
  );
}
