import { Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from './page-title.js';

/** For addresses that lead nowhere. */
export function NotFound(): ReactElement {
  const { t } = useTranslation();
  usePageTitle(t('notFound.title'));
  return (
    <Stack component="main" align="center" justify="center" mih="60dvh" p="lg" ta="center">
      <Title order={1}>{t('notFound.title')}</Title>
      <Text c="dimmed">{t('notFound.text')}</Text>
      <Button renderRoot={(props) => <Link to="/leads" {...props} />}>{t('notFound.toLeads')}</Button>
    </Stack>
  );
}
