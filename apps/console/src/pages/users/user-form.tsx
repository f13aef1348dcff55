import { Alert, Button, Drawer, Group, MultiSelect, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { identity } from '../../api/clients.js';
import { answer, command } from '../../api/command.js';
import { messagesByField, Problem } from '../../api/problem.js';
import { keys } from '../../api/queries.js';
import type { components } from '../../api/schema/identity.js';
import { useCommand } from '../../app/use-command.js';
import { TIME_ZONES } from '../../format/time-zones.js';
import { useMyself } from '../../session/use-session.js';
import { ROLES } from './roles.js';
import { changesOf, emptyFields, fieldsOf, knownUser, registrationOf, type KnownUser } from './user-fields.js';
import { supervisorsQuery, teamsQuery } from './users-queries.js';

type Invited = components['schemas']['InvitedUser'];

interface Props {
  /** null: a new one. */
  readonly user: KnownUser | null;
  readonly onClose: () => void;
  readonly onInvited: (name: string, invited: Invited) => void;
}

/** A user to be invited, or changed. */
export function UserForm({ user, onClose, onInvited }: Props): ReactElement {
  const { t } = useTranslation('users');
  const common = useTranslation().t;
  const queries = useQueryClient();
  const myself = useMyself();
  /** As it was when the form opened, or when somebody else's change was found. */
  const [seen, setSeen] = useState(user);
  const [isConflict, setConflict] = useState(false);
  const form = useForm({
    initialValues: user ? fieldsOf(user) : emptyFields(myself.language, myself.timeZone),
    validate: {
      name: (name) => (name.trim() === '' ? common('errors.required') : null),
      email: (email) => (email.trim() === '' ? common('errors.required') : null),
    },
  });
  const teams = useQuery(teamsQuery).data?.items ?? [];
  const supervisors = useQuery(supervisorsQuery).data ?? [];

  const showProblem = (error: unknown): boolean => {
    if (!(error instanceof Problem)) return false;
    if (error.status === 412) {
      void reload();
      return true;
    }
    if (error.code === 'user.email-taken') form.setFieldError('email', error.detail);
    else form.setErrors(messagesByField(error));
    return error.code === 'user.email-taken' || error.errors.length > 0;
  };
  /** What was typed stays; the next save is made against what is there now. */
  const reload = async (): Promise<void> => {
    if (!seen) return;
    const now = await answer(identity.GET('/api/identity/users/{id}', { params: { path: { id: seen.id } } }));
    setSeen(knownUser(now) ?? seen);
    setConflict(true);
    await queries.invalidateQueries({ queryKey: keys.users });
  };
  const invite = useCommand(
    (body: components['schemas']['RegisterUser']) =>
      command((headers) => identity.POST('/api/identity/users', { body, headers })),
    { changes: [keys.users], onDone: (invited, { name }) => onInvited(name, invited), onProblem: showProblem },
  );
  const save = useCommand(
    ({ changed, body }: { changed: KnownUser; body: components['schemas']['ChangeUser'] }) =>
      command(
        (headers) =>
          identity.PATCH('/api/identity/users/{id}', { params: { path: { id: changed.id } }, body, headers }),
        { revision: changed.revision },
      ),
    {
      changes: [keys.users],
      done: t('edit.done', { name: form.values.name.trim() }),
      onDone: onClose,
      onProblem: showProblem,
    },
  );
  const submit = form.onSubmit((fields) => {
    if (!seen) return invite.mutate(registrationOf(fields));
    const body = changesOf(fields, seen);
    return Object.keys(body).length === 0 ? onClose() : save.mutate({ changed: seen, body });
  });

  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="md"
      title={seen ? t('edit.title', { name: seen.name }) : t('new.title')}
      closeButtonProps={{ 'aria-label': common('actions.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          {isConflict && (
            <Alert color="orange" role="alert">
              {t('conflict')}
            </Alert>
          )}
          <TextInput label={t('field.name')} required data-autofocus {...form.getInputProps('name')} />
          <TextInput
            label={t('field.email')}
            description={seen ? undefined : t('field.emailHelp')}
            type="email"
            required={!seen}
            disabled={Boolean(seen)}
            {...form.getInputProps('email')}
          />
          <Radio.Group label={t('field.role')} {...form.getInputProps('role')}>
            <Stack gap={8} mt={6}>
              {ROLES.map((role) => (
                <Radio
                  key={role}
                  value={role}
                  label={common(`roles.${role}`)}
                  description={t(`roleHelp.${role}`)}
                  disabled={seen?.id === myself.id}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Select
            label={t('field.supervisor')}
            description={t('field.supervisorHelp')}
            clearable
            searchable
            data={supervisors.filter(({ id }) => id !== seen?.id).map(({ id, name }) => ({ value: id, label: name }))}
            placeholder={t('field.nobody')}
            {...form.getInputProps('supervisorId')}
            value={form.values.supervisorId === '' ? null : form.values.supervisorId}
            onChange={(value: string | null) => form.setFieldValue('supervisorId', value ?? '')}
          />
          <MultiSelect
            label={t('field.teams')}
            searchable
            data={teams
              .filter(({ id, active }) => active || form.values.teamIds.includes(id))
              .map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('teamIds')}
          />
          <Select
            label={t('field.language')}
            allowDeselect={false}
            data={[
              { value: 'en', label: t('languages.en') },
              { value: 'de', label: t('languages.de') },
            ]}
            {...form.getInputProps('language')}
          />
          <Select
            label={t('field.timeZone')}
            allowDeselect={false}
            searchable
            limit={60}
            data={TIME_ZONES}
            {...form.getInputProps('timeZone')}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {common('actions.cancel')}
            </Button>
            <Button type="submit" loading={invite.isPending || save.isPending}>
              {seen ? t('edit.action') : t('new.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
