import { Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMyself } from '../session/use-session.js';
import { ADMINISTRATION, SHORTCUTS, type Shortcut } from './shortcuts.js';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const ORDER: readonly Shortcut[] = [
  'search',
  'newLead',
  'goLeads',
  'goImport',
  'goUsers',
  'goTeams',
  'goKeys',
  'goOperations',
  'goProfile',
  'help',
];

/** What the keyboard can do. */
export function ShortcutHelp({ opened, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const { role } = useMyself();
  const shown = ORDER.filter((shortcut) => role === 'administrator' || !ADMINISTRATION.has(shortcut));
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <Stack gap="xs">
        {shown.map((shortcut) => (
          <Line key={shortcut} text={t(`shortcuts.${shortcut}`)} keyNames={SHORTCUTS[shortcut]} />
        ))}
        <Line text={t('shortcuts.rows')} keyNames={['↑', '↓']} />
        <Line text={t('shortcuts.openRow')} keyNames={['Enter']} />
      </Stack>
    </Modal>
  );
}

function Line({ text, keyNames }: { readonly text: string; readonly keyNames: readonly string[] }): ReactElement {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{text}</Text>
      <Group gap={5} wrap="nowrap">
        {keyNames.map((name) => (
          <Kbd key={name}>{name}</Kbd>
        ))}
      </Group>
    </Group>
  );
}
