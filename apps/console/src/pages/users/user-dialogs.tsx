import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { identity } from '../../api/clients.js';
import { keys } from '../../api/queries.js';
import { CommandDialog } from '../../components/command-dialog.js';
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
  return (
    <CommandDialog
      title={t('reinvite.title', { name })}
      text={t('reinvite.text')}
      action={invited ? t('action.inviteAgain') : t('new.action')}
      send={(headers) => identity.POST('/api/identity/users/{id}/invite', { params: { path: { id } }, headers })}
      changes={[keys.users]}
      onDone={({ invitationUrl, invitationExpiresAt }) => onInvited(invitationUrl, invitationExpiresAt)}
      onClose={onClose}
    />
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
  return (
    <CommandDialog
      title={t(`${kind}.title`, { name })}
      text={t(`${kind}.text`)}
      action={t(`action.${kind}`)}
      isDestructive={kind === 'deactivate'}
      send={(headers) =>
        kind === 'deactivate'
          ? identity.POST('/api/identity/users/{id}/deactivate', { params: { path: { id } }, headers })
          : identity.POST('/api/identity/users/{id}/reactivate', { params: { path: { id } }, headers })
      }
      changes={[keys.users]}
      done={t(`${kind}.done`, { name })}
      onClose={onClose}
    />
  );
}
