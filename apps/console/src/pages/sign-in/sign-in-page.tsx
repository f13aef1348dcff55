import { Alert, Button, Card, Stack, Text, TextInput, Title } from '@mantine/core';
import { PasswordField } from '../../components/password-field.js';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../app/brand.js';
import { usePageTitle } from '../../app/page-title.js';
import { ProviderButton } from '../../session/provider-button.js';
import { usePasswordSignIn } from '../../session/use-password-sign-in.js';
import { useSession } from '../../session/use-session.js';
import classes from './sign-in-page.module.css';

/** The way in. Afterwards one is where one wanted to go. */
export function SignInPage(): ReactElement {
  const { t } = useTranslation('signIn');
  const { to = '/leads', error } = useSearch({ from: '/sign-in' });
  const state = useSession();
  const router = useRouter();
  const [email, setEmail] = useState('');
  const firstProblem = error ? t(`failures.${error}`) : null;
  const { password, setPassword, problem, isBusy, submit } = usePasswordSignIn(email, firstProblem);
  usePageTitle(t('title'));

  const isSignedIn = state.kind === 'signedIn';
  useEffect(() => {
    if (isSignedIn) router.history.replace(to);
  }, [isSignedIn, router, to]);

  return (
    <main className={classes.page} id="main">
      <Card className={classes.card} padding="xl" shadow="md">
        <form onSubmit={submit}>
          <Stack>
            <Stack gap={6} mb="xs">
              <Mark size={40} />
              <Title order={1} mt="sm">
                {t('welcome')}
              </Title>
              <Text c="dimmed" size="sm">
                {t('tagline')}
              </Text>
            </Stack>
            {problem !== null && (
              <Alert color="red" role="alert">
                {problem}
              </Alert>
            )}
            <TextInput
              label={t('email')}
              type="email"
              name="email"
              autoComplete="username"
              autoFocus
              required
              withAsterisk={false}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <PasswordField
              label={t('password')}
              name="password"
              autoComplete="current-password"
              required
              withAsterisk={false}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" loading={isBusy} fullWidth mt="xs">
              {t('submit')}
            </Button>
            <ProviderButton returnTo={to} />
          </Stack>
        </form>
      </Card>
    </main>
  );
}
