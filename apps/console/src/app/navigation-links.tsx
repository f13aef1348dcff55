import { Tooltip } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMyself } from '../session/use-session.js';
import { navigationFor } from './navigation.js';
import classes from './shell.module.css';

interface Props {
  /** Icons alone. */
  readonly isRail: boolean;
  readonly onChosen: () => void;
}

/** The links of the navigation; what somebody's role has no use for is not there. */
export function Navigation({ isRail, onChosen }: Props): ReactElement {
  const { t } = useTranslation();
  const { role } = useMyself();
  const { pathname } = useLocation();
  const items = navigationFor(role);
  // The longest address that the page lies under: /leads/import is not also /leads.
  const active = items
    .filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
    .toSorted((a, b) => b.to.length - a.to.length)[0]?.to;
  const isFirstOfAdministration = items.findIndex(({ group }) => group === 'administration');

  return (
    <nav aria-label={t('navigation.label')}>
      {items.map(({ to, label, icon: Icon }, index) => (
        <div key={to}>
          {index === isFirstOfAdministration && !isRail && (
            <div className={classes.group}>{t('navigation.administration')}</div>
          )}
          <Tooltip label={t(`navigation.${label}`)} position="right" disabled={!isRail}>
            <Link
              to={to}
              className={classes.link}
              data-active={active === to || undefined}
              aria-current={active === to ? 'page' : undefined}
              aria-label={t(`navigation.${label}`)}
              onClick={onChosen}
            >
              <Icon size={19} stroke={1.7} aria-hidden />
              {!isRail && <span>{t(`navigation.${label}`)}</span>}
            </Link>
          </Tooltip>
        </div>
      ))}
    </nav>
  );
}
