import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconLink, IconPencil, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMyself } from '../../session/use-session.js';
import type { KnownUser } from './user-fields.js';

/** What is being done about a user. */
export type UserDialog =
  | { readonly kind: 'new' }
  | { readonly kind: 'edit' | 'invite' | 'deactivate' | 'reactivate'; readonly user: KnownUser }
  | {
      readonly kind: 'invitation';
      readonly name: string;
      readonly url: string | undefined;
      readonly until: string | undefined;
    };

interface Props {
  readonly user: KnownUser;
  readonly onChoose: (dialog: UserDialog) => void;
}

/** What an administrator can do about a user. */
export function UserActions({ user, onChoose }: Props): ReactElement {
  const { t } = useTranslation('users');
  const isOneself = useMyself().id === user.id;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('action.menu', { name: user.name })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPencil size={16} aria-hidden />}
          disabled={!user.active}
          onClick={() => onChoose({ kind: 'edit', user })}
        >
          {t('action.edit')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLink size={16} aria-hidden />}
          disabled={!user.active || isOneself}
          onClick={() => onChoose({ kind: 'invite', user })}
        >
          {user.invited ? t('action.inviteAgain') : t('action.resetPassword')}
        </Menu.Item>
        <Menu.Divider />
        {user.active ? (
          <Menu.Item
            color="var(--mantine-color-red-text)"
            leftSection={<IconUserOff size={16} aria-hidden />}
            disabled={isOneself}
            onClick={() => onChoose({ kind: 'deactivate', user })}
          >
            {t('action.deactivate')}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconUserCheck size={16} aria-hidden />}
            onClick={() => onChoose({ kind: 'reactivate', user })}
          >
            {t('action.reactivate')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
