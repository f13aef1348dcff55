import { Alert, Anchor, Button, Card, Stack, Text, Title } from '@mantine/core';
import { PasswordField } from '../../components/password-field.js';
import { useForm } from '@mantine/form';
import { Link, useLocation } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { messagesByField, Problem, problemOf, unreachable } from '../../api/problem.js';
import { Mark } from '../../app/brand.js';
import { usePageTitle } from '../../app/page-title.js';
import { problemText } from '../../app/problem-text.js';
import classes from '../sign-in/sign-in-page.module.css';

/** Where somebody who was invited sets a password. What stands behind the # of the address reaches no server but in the body. */
export function AcceptInvitationPage(): ReactElement {
  const { t, i18n } = useTranslation('acceptInvitation');
  const common = useTranslation().t;
  const { hash } = useLocation();
  const [token] = useState(hash);
  const [state, setState] = useState<'asking' | 'busy' | 'done'>('asking');
  const [problem, setProblem] = useState<string | null>(null);
  usePageTitle(t('title'));
  const form = useForm({
    initialValues: { password: '', repeated: '' },
    validate: {
      password: (value) => (value === '' ? common('errors.required') : null),
      repeated: (value, { password }) => (value === password ? null : t('differs')),
    },
  });

  const accept = async (password: string): Promise<void> => {
    setState('busy');
    setProblem(null);
    try {
      await send({ token, password }, i18n.language);
      setState('done');
    } catch (error) {
      setState('asking');
      if (error instanceof Problem && error.errors.some(({ field }) => field === 'password')) {
        form.setErrors(messagesByField(error));
      } else setProblem(problemText(error));
    }
  };

  return (
    <main className={classes.page}>
      <Card className={classes.card} padding="xl" shadow="md">
        <form noValidate onSubmit={form.onSubmit(({ password }) => void accept(password))}>
          <Stack>
            <Stack gap={6} mb="xs">
              <Mark size={40} />
              <Title order={1} mt="sm">
                {t('title')}
              </Title>
              {state !== 'done' && (
                <Text c="dimmed" size="sm">
                  {t('text')}
                </Text>
              )}
            </Stack>
            {token === '' && <Alert color="orange">{t('missing')}</Alert>}
            {problem !== null && (
              <Alert color="red" role="alert">
                {problem}
              </Alert>
            )}
            {state === 'done' ? (
              <>
                <Alert color="green" role="status">
                  {t('done')}
                </Alert>
                <Anchor component={Link} to="/sign-in">
                  {t('toSignIn')}
                </Anchor>
              </>
            ) : (
              <>
                <PasswordField
                  label={t('password')}
                  autoComplete="new-password"
                  autoFocus
                  {...form.getInputProps('password')}
                />
                <PasswordField label={t('repeat')} autoComplete="new-password" {...form.getInputProps('repeated')} />
                <Button type="submit" loading={state === 'busy'} disabled={token === ''} fullWidth mt="xs">
                  {t('submit')}
                </Button>
              </>
            )}
          </Stack>
        </form>
      </Card>
    </main>
  );
}

/** Nobody is signed in here, so no typed client with a token. @throws Problem */
async function send(body: { readonly token: string; readonly password: string }, language: string): Promise<void> {
  const response = await fetch('/api/identity/accept-invitation', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!response) throw unreachable();
  if (!response.ok) throw await problemOf(response);
}
