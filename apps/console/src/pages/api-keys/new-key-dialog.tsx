import { Button, Code, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { identity } from '../../api/clients.js';
import { command } from '../../api/command.js';
import { messagesByField, Problem } from '../../api/problem.js';
import { keys } from '../../api/queries.js';
import type { components } from '../../api/schema/identity.js';
import { useCommand } from '../../app/use-command.js';
import { ShownOnceDialog } from '../../components/shown-once-dialog.js';
import { AREAS, LEVELS, scopesOf, type Reach } from './scopes.js';

type CreateApiKey = components['schemas']['CreateApiKey'];

/** Asks what a new key may do, and then shows it, this once. */
export function NewKeyDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation('apiKeys');
  const common = useTranslation().t;
  const [name, setName] = useState('');
  const [reach, setReach] = useState<Reach>({ leads: 'read' });
  const [expires, setExpires] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [created, setCreated] = useState<{ readonly key: string | undefined } | null>(null);
  const create = useCommand(
    (body: CreateApiKey) => command((headers) => identity.POST('/api/identity/api-keys', { body, headers })),
    {
      changes: [keys.apiKeys],
      onDone: ({ key }) => setCreated({ key }),
      onProblem(error) {
        if (!(error instanceof Problem) || error.errors.length === 0) return false;
        setErrors(messagesByField(error));
        return true;
      },
    },
  );
  const submit = (): void => {
    const scopes = scopesOf(reach);
    const missing = {
      ...(name.trim() === '' && { name: common('errors.required') }),
      ...(scopes.length === 0 && { scopes: t('create.atLeastOne') }),
    };
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    const expiresAt = expires === '' ? undefined : new Date(expires).toISOString();
    create.mutate({ name: name.trim(), scopes, ...(expiresAt !== undefined && { expiresAt }) });
  };
  const close = { 'aria-label': common('actions.close') };

  if (created) {
    return (
      <ShownOnceDialog
        title={t('created.title', { name: name.trim() })}
        label={t('created.key')}
        secret={created.key}
        text={t('created.text')}
        missing={t('created.repeated')}
        copy={t('created.copy')}
        onClose={onClose}
      >
        <Text size="xs" c="dimmed">
          {t('created.use')} <Code>Authorization: Bearer llk_…</Code>
        </Text>
      </ShownOnceDialog>
    );
  }
  return (
    <Modal opened onClose={onClose} title={t('create.title')} closeButtonProps={close}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <TextInput
            label={t('field.name')}
            description={t('field.nameHelp')}
            required
            data-autofocus
            value={name}
            error={errors['name']}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Stack gap={8} role="group" aria-label={t('field.scopes')}>
            <Text size="sm" fw={500}>
              {t('field.scopes')}
            </Text>
            {AREAS.map((area) => (
              <Group key={area} justify="space-between" wrap="nowrap">
                <Text size="sm">{t(`area.${area}`)}</Text>
                <Select
                  w={170}
                  size="xs"
                  clearable
                  aria-label={t(`area.${area}`)}
                  placeholder="–"
                  data={LEVELS.map((level) => ({ value: level, label: t(`level.${level}`) }))}
                  value={reach[area] ?? null}
                  onChange={(value) => {
                    const { [area]: _, ...others } = reach;
                    const level = LEVELS.find((each) => each === value);
                    setReach(level === undefined ? others : { ...others, [area]: level });
                  }}
                />
              </Group>
            ))}
            {errors['scopes'] !== undefined && (
              <Text size="xs" c="red" role="alert">
                {errors['scopes']}
              </Text>
            )}
          </Stack>
          <TextInput
            type="datetime-local"
            label={t('field.expires')}
            description={t('field.expiresHelp')}
            value={expires}
            error={errors['expiresAt']}
            onChange={(event) => setExpires(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {common('actions.cancel')}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t('create.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
