import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { identity } from '../../api/clients.js';
import { command } from '../../api/command.js';
import { Problem } from '../../api/problem.js';
import { keys } from '../../api/queries.js';
import type { components } from '../../api/schema/identity.js';
import { problemText } from '../../app/problem-text.js';
import { useCommand } from '../../app/use-command.js';
import { CommandDialog } from '../../components/command-dialog.js';

export type Team = components['schemas']['Team'];

export type TeamDialog =
  { readonly kind: 'new' } | { readonly kind: 'rename' | 'deactivate' | 'reactivate'; readonly team: Team };

interface Props {
  readonly dialog: TeamDialog | null;
  readonly onClose: () => void;
}

/** The dialogs of the list of teams; one is open at most. */
export function TeamDialogs({ dialog, onClose }: Props): ReactElement | null {
  if (!dialog) return null;
  switch (dialog.kind) {
    case 'new':
      return <NameDialog team={null} onClose={onClose} />;
    case 'rename':
      return <NameDialog team={dialog.team} onClose={onClose} />;
    case 'deactivate':
    case 'reactivate':
      return <Activation kind={dialog.kind} team={dialog.team} onClose={onClose} />;
    default:
      return dialog satisfies never;
  }
}

function NameDialog({ team, onClose }: { readonly team: Team | null; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation('teams');
  const common = useTranslation().t;
  const [name, setName] = useState(team?.name ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const save = useCommand(
    (body: { name: string }) =>
      command((headers) =>
        team
          ? identity.PATCH('/api/identity/teams/{id}', { params: { path: { id: team.id } }, body, headers })
          : identity.POST('/api/identity/teams', { body, headers }),
      ),
    {
      changes: [keys.teams],
      done: t(team ? 'rename.done' : 'newDialog.done', { name: name.trim() }),
      onDone: onClose,
      onProblem(error) {
        if (!(error instanceof Problem) || error.status === 0) return false;
        setProblem(error.errors[0]?.message ?? problemText(error));
        return true;
      },
    },
  );
  const submit = (): void => {
    if (name.trim() === '') setProblem(common('errors.required'));
    else save.mutate({ name: name.trim() });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={team ? t('rename.title', { name: team.name }) : t('newDialog.title')}
      closeButtonProps={{ 'aria-label': common('actions.close') }}
    >
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
            required
            maxLength={100}
            data-autofocus
            value={name}
            error={problem}
            onChange={(event) => {
              setName(event.currentTarget.value);
              setProblem(null);
            }}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {common('actions.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t(team ? 'rename.action' : 'newDialog.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Activation({
  kind,
  team: { id, name },
  onClose,
}: {
  readonly kind: 'deactivate' | 'reactivate';
  readonly team: Team;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('teams');
  return (
    <CommandDialog
      title={t(`${kind}.title`, { name })}
      text={t(`${kind}.text`)}
      action={t(`action.${kind}`)}
      isDestructive={kind === 'deactivate'}
      send={(headers) =>
        kind === 'deactivate'
          ? identity.POST('/api/identity/teams/{id}/deactivate', { params: { path: { id } }, headers })
          : identity.POST('/api/identity/teams/{id}/reactivate', { params: { path: { id } }, headers })
      }
      changes={[keys.teams]}
      done={t(`${kind}.done`, { name })}
      onClose={onClose}
    />
  );
}
