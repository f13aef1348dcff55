import { Avatar, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Actor, Named } from '../api/types.js';

interface Props {
  /** Nobody, where it is left out. */
  readonly user?: Named | Actor | undefined;
  readonly withAvatar?: boolean;
  readonly size?: string;
}

/** A person by name; software and Leadline itself by theirs. */
export function UserName({ user, withAvatar = false, size = 'sm' }: Props): ReactElement {
  const { t } = useTranslation();
  if (!user) {
    return (
      <Text span size={size} c="dimmed">
        {t('nobody')}
      </Text>
    );
  }
  const isSystem = 'kind' in user && user.kind === 'system';
  const name = user.name || (isSystem ? t('system') : t('unknownUser'));
  if (!withAvatar) {
    return (
      <Text span size={size}>
        {name}
      </Text>
    );
  }
  return (
    <Group gap={7} wrap="nowrap" miw={0}>
      <Avatar name={name} size={22} radius="xl" color={isSystem ? 'gray' : 'petrol'} alt="" aria-hidden />
      <Text span size={size} truncate>
        {name}
      </Text>
    </Group>
  );
}
