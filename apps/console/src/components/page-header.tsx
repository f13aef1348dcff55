import { ActionIcon, Affix, Box, Button, Group, Menu, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDots, IconPlus, type Icon } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../app/page-title.js';

/** Something that can be done on a page. */
export interface PageAction {
  readonly id: string;
  readonly label: string;
  readonly icon: Icon;
  readonly onClick: () => void;
  /** The one that most people come for. */
  readonly primary?: boolean;
  /** Seldom wanted: behind the dots. */
  readonly rare?: boolean;
  readonly color?: string;
  readonly loading?: boolean;
  readonly disabled?: boolean;
}

interface Props {
  readonly title: string;
  /** What the browser calls the page, where that is more than the title. */
  readonly documentTitle?: string;
  readonly description?: ReactNode;
  readonly badges?: ReactNode;
  readonly actions?: readonly PageAction[];
  /** Beside the actions, also on phones. */
  readonly extra?: ReactNode;
}

/** The page's name, and what can be done: at the top right, on a phone behind a "+" at the bottom right. */
export function PageHeader({ title, documentTitle, description, badges, actions = [], extra }: Props): ReactElement {
  usePageTitle(documentTitle ?? title);
  const isPhone = useMediaQuery('(max-width: 48em)') ?? false;
  return (
    <Group component="header" justify="space-between" align="flex-start" wrap="nowrap" mb="md" gap="md">
      <Box miw={0} flex={1}>
        <Group gap="sm" align="center">
          <Title order={1} style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Title>
          {badges}
        </Group>
        {description !== undefined && (
          <Text c="dimmed" size="sm" mt={3} component="div">
            {description}
          </Text>
        )}
      </Box>
      <Group gap="xs" wrap="nowrap">
        {extra}
        {!isPhone && <DesktopActions actions={actions} />}
      </Group>
      {isPhone && actions.length > 0 && <PhoneActions actions={actions} />}
    </Group>
  );
}

function DesktopActions({ actions }: { readonly actions: readonly PageAction[] }): ReactElement {
  const { t } = useTranslation();
  const rare = actions.filter((action) => action.rare);
  return (
    <>
      {actions
        .filter((action) => !action.rare)
        .toSorted((a, b) => Number(a.primary ?? false) - Number(b.primary ?? false))
        .map((action) => (
          <ActionButton key={action.id} {...action} />
        ))}
      {rare.length > 0 && (
        <Menu width={220}>
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t('actions.more')}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <MenuOf actions={rare} />
        </Menu>
      )}
    </>
  );
}

function MenuOf({ actions }: { readonly actions: readonly PageAction[] }): ReactElement {
  return (
    <Menu.Dropdown>
      {actions.map(({ id, label, icon: Symbol, onClick, color, disabled }) => (
        <Menu.Item
          key={id}
          leftSection={<Symbol size={18} aria-hidden />}
          color={color}
          onClick={onClick}
          disabled={disabled}
        >
          {label}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  );
}

function ActionButton({ label, icon: Symbol, onClick, primary, color, loading, disabled }: PageAction): ReactElement {
  return (
    <Button
      variant={primary ? 'filled' : 'default'}
      color={color}
      leftSection={<Symbol size={17} stroke={1.9} aria-hidden />}
      onClick={onClick}
      loading={loading}
      disabled={disabled}
    >
      {label}
    </Button>
  );
}

function PhoneActions({ actions }: { readonly actions: readonly PageAction[] }): ReactElement {
  const { t } = useTranslation();
  const [only] = actions;
  const plus = { size: 54, radius: 'xl', variant: 'filled', color: 'petrol' } as const;
  const shadow = { boxShadow: 'var(--mantine-shadow-lg)' };
  if (actions.length === 1 && only) {
    return (
      <Affix position={{ bottom: 18, right: 18 }} zIndex={90}>
        <ActionIcon {...plus} style={shadow} aria-label={only.label} onClick={only.onClick} loading={only.loading}>
          <only.icon size={24} />
        </ActionIcon>
      </Affix>
    );
  }
  return (
    <Affix position={{ bottom: 18, right: 18 }} zIndex={90}>
      <Menu position="top-end" width={230}>
        <Menu.Target>
          <ActionIcon {...plus} style={shadow} aria-label={t('actions.more')}>
            <IconPlus size={26} />
          </ActionIcon>
        </Menu.Target>
        <MenuOf actions={actions} />
      </Menu>
    </Affix>
  );
}
