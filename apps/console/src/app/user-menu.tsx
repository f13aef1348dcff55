import {
  Avatar,
  Box,
  Divider,
  NavLink,
  Popover,
  SegmentedControl,
  Stack,
  Text,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core';
import type { MantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { identity } from '../api/clients.js';
import { command } from '../api/command.js';
import { isLanguage, read, type Language } from '../i18n/i18n.js';
import { session } from '../session/browser-session.js';
import { useMyself } from '../session/use-session.js';
import { useCommand } from './use-command.js';

/** One's name, language and appearance, and the way out. */
export function UserMenu({ onHelp }: { readonly onHelp: () => void }): ReactElement {
  const { t } = useTranslation();
  const { name } = useMyself();
  const [opened, menu] = useDisclosure(false);
  const navigate = useNavigate();
  const queries = useQueryClient();

  const signOut = async (): Promise<void> => {
    await session.signOut();
    queries.clear();
    await navigate({ to: '/sign-in' });
  };
  const closingWith = (act: () => void) => (): void => {
    menu.close();
    act();
  };

  return (
    <Popover
      opened={opened}
      onChange={(isOpen) => (isOpen ? menu.open() : menu.close())}
      position="bottom-end"
      width={272}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton style={{ borderRadius: 999 }} onClick={menu.toggle}>
          <Avatar name={name} color="petrol" radius="xl" size={34} alt="" />
          <VisuallyHidden>{t('userMenu.label', { name })}</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={6} aria-label={t('userMenu.label', { name })}>
        <Identity />
        <Divider color="var(--leadline-line)" my={6} />
        <Appearance />
        <Divider color="var(--leadline-line)" my={6} />
        <NavLink
          component="button"
          label={t('userMenu.profile')}
          leftSection={<IconUserCircle size={18} aria-hidden />}
          onClick={closingWith(() => void navigate({ to: '/profile' }))}
        />
        <NavLink
          component="button"
          label={t('userMenu.shortcuts')}
          leftSection={<IconKeyboard size={18} aria-hidden />}
          onClick={closingWith(onHelp)}
        />
        <NavLink
          component="button"
          label={t('userMenu.signOut')}
          leftSection={<IconLogout size={18} aria-hidden />}
          onClick={closingWith(() => void signOut())}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Identity(): ReactElement {
  const { t } = useTranslation();
  const { name, email, role } = useMyself();
  return (
    <Box px={10} py={6}>
      <Text fw={600} truncate>
        {name}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {email}
      </Text>
      <Text size="xs" c="dimmed">
        {t(`roles.${role}`)}
      </Text>
    </Box>
  );
}

function Appearance(): ReactElement {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const myself = useMyself();
  const choose = useCommand(
    async (language: Language) => {
      await read(language);
      await command((headers) => identity.PATCH('/api/identity/me', { headers, body: { language } }));
      // On every device from now on, and in mails.
      session.tell({ ...myself, language });
    },
    // The server has names and sentences in both languages.
    { changes: [[]] },
  );
  return (
    <Stack gap={8} px={10} py={4}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('userMenu.language')}
        value={i18n.language}
        onChange={(language) => isLanguage(language) && choose.mutate(language)}
        data={[
          { value: 'en', label: 'English' },
          { value: 'de', label: 'Deutsch' },
        ]}
      />
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('userMenu.colorScheme')}
        value={colorScheme}
        onChange={(scheme) => isScheme(scheme) && setColorScheme(scheme)}
        data={[
          { value: 'light', label: t('userMenu.light') },
          { value: 'dark', label: t('userMenu.dark') },
          { value: 'auto', label: t('userMenu.auto') },
        ]}
      />
    </Stack>
  );
}

function isScheme(value: string): value is MantineColorScheme {
  return value === 'light' || value === 'dark' || value === 'auto';
}
