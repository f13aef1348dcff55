import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { PasswordField } from '../../components/password-field.js';
import { useForm } from '@mantine/form';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { identity } from '../../api/clients.js';
import { answer } from '../../api/command.js';
import { messagesByField, Problem } from '../../api/problem.js';
import { useCommand } from '../../app/use-command.js';
import { useMyself } from '../../session/use-session.js';

/** Another password for oneself. The answer's cookie goes on with the session; the next request fetches a token by it. */
export function PasswordForm(): ReactElement {
  const { t } = useTranslation('profile');
  const common = useTranslation().t;
  const { email } = useMyself();
  const required = (value: string): string | null => (value === '' ? common('errors.required') : null);
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '', repeated: '' },
    validate: {
      currentPassword: required,
      newPassword: required,
      repeated: (value, { newPassword }) => (value === newPassword ? null : t('password.differs')),
    },
  });
  const save = useCommand(
    (body: { currentPassword: string; newPassword: string }) =>
      answer(identity.POST('/api/identity/me/password', { body })),
    {
      done: t('password.done'),
      onDone: () => form.reset(),
      onProblem(error) {
        if (!(error instanceof Problem)) return false;
        if (error.code === 'identity.wrong-password') form.setFieldError('currentPassword', error.detail);
        else form.setErrors(messagesByField(error));
        return error.code === 'identity.wrong-password' || error.errors.length > 0;
      },
    },
  );
  return (
    <Card component="section" padding="lg">
      <Title order={2}>{t('password.title')}</Title>
      <Text c="dimmed" size="sm" mt={2} mb="md">
        {t('password.text')}
      </Text>
      <form
        noValidate
        onSubmit={form.onSubmit(({ currentPassword, newPassword }) => save.mutate({ currentPassword, newPassword }))}
      >
        <Stack>
          <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
          <PasswordField
            label={t('password.current')}
            autoComplete="current-password"
            {...form.getInputProps('currentPassword')}
          />
          <PasswordField label={t('password.new')} autoComplete="new-password" {...form.getInputProps('newPassword')} />
          <PasswordField label={t('password.repeat')} autoComplete="new-password" {...form.getInputProps('repeated')} />
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              {t('password.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
