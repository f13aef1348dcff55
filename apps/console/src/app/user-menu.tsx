import {
  Avatar,
  Box,
  Menu,
  SegmentedControl,
  Stack,
  Text,
  UnstyledButton,
  VisuallyHidden,
  useMantineColorScheme,
} from '@mantine/core';
import type { MantineColorScheme } from '@mantine/core';
import { IconKeyboard, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, read } from '../i18n/i18n.js';
import { session } from '../session/browser-session.js';
import { useMyself } from '../session/use-session.js';

/** One's name, language and appearance, and the way out. */
export function UserMenu({ onHelp }: { readonly onHelp: () => void }): ReactElement {
  const { t, i18n } = useTranslation();
  const { name, email, role } = useMyself();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();

  const signOut = async (): Promise<void> => {
    await session.signOut();
    queries.clear();
    await navigate({ to: '/sign-in' });
  };

  return (
    <Menu width={264} closeOnItemClick>
      <Menu.Target>
        <UnstyledButton style={{ borderRadius: 999 }}>
          <Avatar name={name} color="petrol" radius="xl" size={34} alt="" />
          <VisuallyHidden>{t('userMenu.label', { name })}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Box px="sm" py={8}>
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
        <Menu.Divider />
        <Stack gap={8} px="sm" py={6}>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t('userMenu.language')}
            value={i18n.language}
            onChange={(language) => void (isLanguage(language) && read(language))}
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
        <Menu.Divider />
        <Menu.Item leftSection={<IconUserCircle size={17} />} onClick={() => void navigate({ to: '/profile' })}>
          {t('userMenu.profile')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={17} />} onClick={onHelp}>
          {t('userMenu.shortcuts')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={17} />} onClick={() => void signOut()}>
          {t('userMenu.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function isScheme(value: string): value is MantineColorScheme {
  return value === 'light' || value === 'dark' || value === 'auto';
}
