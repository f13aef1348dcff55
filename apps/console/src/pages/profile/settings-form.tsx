import { Button, Card, Group, Select, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { identity } from '../../api/clients.js';
import { answer, command } from '../../api/command.js';
import { messagesByField, Problem } from '../../api/problem.js';
import { keys } from '../../api/queries.js';
import { useCommand } from '../../app/use-command.js';
import { TIME_ZONES } from '../../format/time-zones.js';
import { read } from '../../i18n/i18n.js';
import { session } from '../../session/browser-session.js';
import { useMyself } from '../../session/use-session.js';

/** One's own name, language and time zone. */
export function SettingsForm(): ReactElement {
  const { t } = useTranslation('profile');
  const { t: users } = useTranslation('users');
  const common = useTranslation().t;
  const { name, language, timeZone } = useMyself();
  const form = useForm({
    initialValues: { name, language, timeZone },
    validate: { name: (value) => (value.trim() === '' ? common('errors.required') : null) },
  });
  const save = useCommand(
    async (body: typeof form.values) => {
      await command((headers) => identity.PATCH('/api/identity/me', { body, headers }));
      return answer(identity.GET('/api/identity/me'));
    },
    {
      changes: [keys.users],
      onDone(myself) {
        session.tell(myself);
        form.resetDirty();
        void read(myself.language);
      },
      done: t('settings.saved'),
      onProblem(error) {
        if (!(error instanceof Problem) || error.errors.length === 0) return false;
        form.setErrors(messagesByField(error));
        return true;
      },
    },
  );
  return (
    <Card component="section" padding="lg">
      <Title order={2} mb="md">
        {t('settings.title')}
      </Title>
      <form noValidate onSubmit={form.onSubmit((fields) => save.mutate({ ...fields, name: fields.name.trim() }))}>
        <Stack>
          <TextInput label={t('settings.name')} autoComplete="name" required {...form.getInputProps('name')} />
          <Select
            label={t('settings.language')}
            description={t('settings.languageHelp')}
            allowDeselect={false}
            data={[
              { value: 'en', label: users('languages.en') },
              { value: 'de', label: users('languages.de') },
            ]}
            {...form.getInputProps('language')}
          />
          <Select
            label={t('settings.timeZone')}
            description={t('settings.timeZoneHelp')}
            allowDeselect={false}
            searchable
            limit={60}
            data={TIME_ZONES}
            {...form.getInputProps('timeZone')}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              {t('settings.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
