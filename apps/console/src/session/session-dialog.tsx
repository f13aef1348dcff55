import { Alert, Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { PasswordField } from '../components/password-field.js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { session } from './browser-session.js';
import { ProviderButton } from './provider-button.js';
import { usePasswordSignIn } from './use-password-sign-in.js';
import { useSession } from './use-session.js';

/** Signs somebody in again whose session has ended, above the page they are at work on. Nothing there is lost. */
export function SessionDialog(): ReactElement {
  const state = useSession();
  return (
    <Modal.Root opened={state.kind === 'expired'} onClose={() => undefined} centered zIndex={1000}>
      {state.kind === 'expired' && <Dialog name={state.user.name} email={state.user.email} />}
    </Modal.Root>
  );
}

function Dialog({ name, email }: { readonly name: string; readonly email: string }): ReactElement {
  const { t } = useTranslation();
  const { t: signIn } = useTranslation('signIn');
  const { password, setPassword, problem, isBusy, submit } = usePasswordSignIn(email);

  return (
    <>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('session.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form onSubmit={submit}>
            <Stack>
              <Text size="sm">{t('session.text', { name })}</Text>
              {problem !== null && (
                <Alert color="red" role="alert">
                  {problem}
                </Alert>
              )}
              <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
              <PasswordField
                label={signIn('password')}
                autoComplete="current-password"
                data-autofocus
                required
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
              <Group justify="space-between">
                <Anchor component="button" type="button" size="sm" onClick={() => void session.signOut()}>
                  {t('session.other')}
                </Anchor>
                <Button type="submit" loading={isBusy}>
                  {signIn('submit')}
                </Button>
              </Group>
              <ProviderButton target="_blank" />
            </Stack>
          </form>
        </Modal.Body>
      </Modal.Content>
    </>
  );
}
