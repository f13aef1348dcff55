import { Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.js';
import { useMyself } from '../../session/use-session.js';
import { teamsQuery } from '../users/users-queries.js';
import { PasswordForm } from './password-form.js';
import { SettingsForm } from './settings-form.js';

/** What one may see and change of oneself. */
export function ProfilePage(): ReactElement {
  const { t } = useTranslation('profile');
  const common = useTranslation().t;
  const { email, role, teamIds } = useMyself();
  const teams = useQuery(teamsQuery).data?.items ?? [];
  const mine = teams.filter(({ id }) => teamIds.includes(id)).map(({ name }) => name);
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" maw={1000}>
        <Stack gap="lg">
          <Card component="section" padding="lg">
            <Title order={2} mb="md">
              {t('about.title')}
            </Title>
            <Stack gap="sm" component="dl" m={0}>
              <Fact name={t('about.email')} help={t('about.emailHelp')}>
                {email}
              </Fact>
              <Fact name={t('about.role')}>{common(`roles.${role}`)}</Fact>
              <Fact name={t('about.teams')}>{mine.length > 0 ? mine.join(', ') : t('about.noTeams')}</Fact>
            </Stack>
          </Card>
          <SettingsForm />
        </Stack>
        <PasswordForm />
      </SimpleGrid>
    </>
  );
}

function Fact({
  name,
  help,
  children,
}: {
  readonly name: string;
  readonly help?: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed" fw={600}>
        {name}
      </Text>
      <Text component="dd" m={0} size="sm" style={{ overflowWrap: 'anywhere' }}>
        {children}
        {help !== undefined && (
          <Text span display="block" size="xs" c="dimmed">
            {help}
          </Text>
        )}
      </Text>
    </div>
  );
}
