import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { identity } from '../../api/clients.js';
import { command } from '../../api/command.js';
import { keys } from '../../api/queries.js';
import { useCommand } from '../../app/use-command.js';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { InvitationDialog } from './invitation-dialog.js';
import type { UserDialog } from './user-actions.js';
import type { KnownUser } from './user-fields.js';
import { UserForm } from './user-form.js';

interface Props {
  readonly dialog: UserDialog | null;
  readonly onChange: (dialog: UserDialog | null) => void;
}

/** The dialogs of the list of users; one is open at most. */
export function UserDialogs({ dialog, onChange }: Props): ReactElement | null {
  const close = (): void => onChange(null);
  if (!dialog) return null;
  switch (dialog.kind) {
    case 'new':
    case 'edit':
      return (
        <UserForm
          user={dialog.kind === 'edit' ? dialog.user : null}
          onClose={close}
          onInvited={(name, { invitationUrl, invitationExpiresAt }) =>
            onChange({ kind: 'invitation', name, url: invitationUrl, until: invitationExpiresAt })
          }
        />
      );
    case 'invitation':
      return <InvitationDialog {...dialog} onClose={close} />;
    case 'invite':
      return (
        <InviteAgain
          user={dialog.user}
          onClose={close}
          onInvited={(url, until) => onChange({ kind: 'invitation', name: dialog.user.name, url, until })}
        />
      );
    case 'deactivate':
    case 'reactivate':
      return <Activation kind={dialog.kind} user={dialog.user} onClose={close} />;
    default:
      return dialog satisfies never;
  }
}

function InviteAgain({
  user,
  onClose,
  onInvited,
}: {
  readonly user: KnownUser;
  readonly onClose: () => void;
  readonly onInvited: (url: string | undefined, until: string | undefined) => void;
}): ReactElement {
  const { t } = useTranslation('users');
  const { id, name, invited } = user;
  const invite = useCommand(
    () => command((headers) => identity.POST('/api/identity/users/{id}/invite', { params: { path: { id } }, headers })),
    {
      changes: [keys.users],
      onDone: ({ invitationUrl, invitationExpiresAt }) => onInvited(invitationUrl, invitationExpiresAt),
    },
  );
  return (
    <ConfirmDialog
      opened
      title={t('reinvite.title', { name })}
      action={invited ? t('action.inviteAgain') : t('new.action')}
      loading={invite.isPending}
      onConfirm={() => invite.mutate(undefined)}
      onClose={onClose}
    >
      {t('reinvite.text')}
    </ConfirmDialog>
  );
}

function Activation({
  kind,
  user: { id, name },
  onClose,
}: {
  readonly kind: 'deactivate' | 'reactivate';
  readonly user: KnownUser;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('users');
  const run = useCommand(
    () =>
      command((headers) =>
        kind === 'deactivate'
          ? identity.POST('/api/identity/users/{id}/deactivate', { params: { path: { id } }, headers })
          : identity.POST('/api/identity/users/{id}/reactivate', { params: { path: { id } }, headers }),
      ),
    { changes: [keys.users], done: t(`${kind}.done`, { name }), onDone: onClose },
  );
  return (
    <ConfirmDialog
      opened
      title={t(`${kind}.title`, { name })}
      action={t(`action.${kind}`)}
      color={kind === 'deactivate' ? 'red.9' : undefined}
      loading={run.isPending}
      onConfirm={() => run.mutate(undefined)}
      onClose={onClose}
    >
      {t(`${kind}.text`)}
    </ConfirmDialog>
  );
}
