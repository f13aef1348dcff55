import { ActionIcon, AppShell, Box, Burger, Tooltip } from '@mantine/core';
import { useDisclosure, useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMyself } from '../session/use-session.js';
import { Mark } from './brand.js';
import { Navigation } from './navigation-links.js';
import { OfflineBanner } from './offline-banner.js';
import { ADMINISTRATION, type Shortcut } from './shortcuts.js';
import { ShortcutHelp } from './shortcut-help.js';
import { useShortcuts } from './use-shortcuts.js';
import { UserMenu } from './user-menu.js';
import classes from './shell.module.css';

/** What is around every page of somebody who is signed in. */
export function Shell(): ReactElement {
  const { t } = useTranslation();
  const [opened, drawer] = useDisclosure(false);
  const [help, helpDialog] = useDisclosure(false);
  const [rail, setRail] = useLocalStorage({ key: 'leadline-navigation-rail', defaultValue: false });
  const isPhone = useMediaQuery('(max-width: 48em)') ?? false;
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);

  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    // A new page is read from its beginning, by eyes and by screen readers.
    main.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [pathname]);

  useGlobalShortcuts(helpDialog.toggle);
  const isRail = rail && !isPhone;

  return (
    <AppShell
      header={{ height: 54 }}
      navbar={{ width: isRail ? 60 : 224, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      transitionDuration={150}
    >
      <a className="skip-link" href="#main">
        {t('skipToContent')}
      </a>
      <AppShell.Header className={classes.header} withBorder={false}>
        <Burger
          opened={opened}
          onClick={drawer.toggle}
          hiddenFrom="sm"
          size="sm"
          aria-label={opened ? t('navigation.close') : t('navigation.open')}
        />
        <Link to="/leads" className={classes.brand}>
          <Mark />
          <span>{t('product')}</span>
        </Link>
        <Box flex={1} />
        <UserMenu onHelp={helpDialog.open} />
      </AppShell.Header>
      <AppShell.Navbar className={`${classes.navbar} ${isRail ? classes.rail : ''}`} withBorder={false} component="div">
        <Navigation isRail={isRail} onChosen={drawer.close} />
        <Box flex={1} />
        <Tooltip label={t('navigation.expand')} position="right" disabled={!isRail}>
          <ActionIcon
            visibleFrom="sm"
            size="lg"
            mx={isRail ? 'auto' : undefined}
            onClick={() => setRail(!rail)}
            aria-label={rail ? t('navigation.expand') : t('navigation.collapse')}
          >
            {rail ? <IconLayoutSidebarLeftExpand size={19} /> : <IconLayoutSidebarLeftCollapse size={19} />}
          </ActionIcon>
        </Tooltip>
      </AppShell.Navbar>
      <AppShell.Main className={classes.main} id="main" ref={main} tabIndex={-1}>
        <OfflineBanner />
        <div className={classes.page}>
          <Outlet />
        </div>
      </AppShell.Main>
      <ShortcutHelp opened={help} onClose={helpDialog.close} />
    </AppShell>
  );
}

function useGlobalShortcuts(toggleHelp: () => void): void {
  const navigate = useNavigate();
  const { role } = useMyself();
  useShortcuts((shortcut: Shortcut) => {
    if (ADMINISTRATION.has(shortcut) && role !== 'administrator') return;
    switch (shortcut) {
      case 'help':
        return toggleHelp();
      case 'search':
        return search(() => void navigate({ to: '/leads', hash: 'search' }));
      case 'newLead':
        return void navigate({ to: '/leads/new' });
      case 'goLeads':
        return void navigate({ to: '/leads' });
      case 'goImport':
        return void navigate({ to: '/leads/import' });
      case 'goUsers':
        return void navigate({ to: '/users' });
      case 'goTeams':
        return void navigate({ to: '/teams' });
      case 'goKeys':
        return void navigate({ to: '/api-keys' });
      case 'goOperations':
        return void navigate({ to: '/operations' });
      case 'goProfile':
        return void navigate({ to: '/profile' });
      default:
        return shortcut satisfies never;
    }
  });
}

/** The search of the page one is on, else that of the leads. */
function search(elsewhere: () => void): void {
  const field = document.querySelector('main input[type="search"]');
  if (!(field instanceof HTMLInputElement)) return elsewhere();
  field.focus();
  field.select();
}
