import { Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeadListItem } from '../../api/types.js';
import type { Column } from '../../components/data-table.js';
import { RelativeTime } from '../../components/relative-time.js';
import { TrafficLight } from '../../components/traffic-light.js';
import { UserName } from '../../components/user-name.js';
import { customerName, customerOrganisation } from '../../format/customer-name.js';
import { Age } from './age.js';
import { DueTime } from './due-time.js';
import { Standing } from './standing.js';
import classes from './leads-page.module.css';

export interface LeadColumns {
  readonly all: readonly Column<LeadListItem>[];
  readonly shown: readonly Column<LeadListItem>[];
  readonly hidden: readonly string[];
  readonly setHidden: (hidden: string[]) => void;
}

/** Without these two one would not know which lead it is. */
export const ALWAYS_SHOWN: ReadonlySet<string> = new Set(['customer', 'subject']);

/** The columns of the list; which are shown is remembered on this device. */
export function useLeadColumns(): LeadColumns {
  const { t } = useTranslation('leads');
  const [hidden, setHidden] = useLocalStorage<string[]>({ key: 'leadline-lead-columns-hidden', defaultValue: [] });

  return useMemo(() => {
    const all: Column<LeadListItem>[] = [
      {
        id: 'light',
        header: t('columns.light'),
        hiddenHeader: true,
        width: 40,
        sortBy: 'light',
        render: ({ light }) => <TrafficLight light={light} />,
      },
      {
        id: 'customer',
        header: t('columns.customer'),
        sortBy: 'customer',
        render: ({ id, customer }) => (
          <>
            <Link to="/leads/$id" params={{ id }} className={classes.customer}>
              {customerName(customer) || t('unnamed')}
            </Link>
            {customerOrganisation(customer) && (
              <Text span size="xs" c="dimmed" className={`${classes.clip} ${classes.organisation}`}>
                {customerOrganisation(customer)}
              </Text>
            )}
          </>
        ),
      },
      {
        id: 'subject',
        header: t('columns.subject'),
        sortBy: 'subject',
        grows: true,
        render: ({ subject }) => (
          <span className={`${classes.clip} ${classes.subject}`} title={subject}>
            {subject}
          </span>
        ),
      },
      {
        id: 'phase',
        header: t('columns.phase'),
        sortBy: 'phase',
        render: (lead) => <Standing lead={lead} />,
      },
      {
        id: 'assignee',
        header: t('columns.assignee'),
        sortBy: 'assignee',
        render: ({ assignee }) => (
          <span className={classes.clip}>
            <UserName user={assignee} />
          </span>
        ),
      },
      {
        id: 'source',
        header: t('columns.source'),
        sortBy: 'source',
        render: ({ source }) => <span className={classes.clip}>{source?.name ?? '–'}</span>,
      },
      {
        id: 'marketplace',
        header: t('columns.marketplace'),
        sortBy: 'marketplace',
        render: ({ marketplace }) => <span className={classes.clip}>{marketplace?.name ?? '–'}</span>,
      },
      {
        id: 'due',
        header: t('columns.due'),
        sortBy: 'due',
        render: (lead) => <DueTime lead={lead} />,
      },
      {
        id: 'lastActivity',
        header: t('columns.lastActivity'),
        sortBy: 'lastActivityAt',
        render: ({ lastActivityAt }) => <RelativeTime at={lastActivityAt} isShort />,
      },
      {
        id: 'age',
        header: t('columns.age'),
        sortBy: 'age',
        align: 'right',
        render: ({ receivedAt }) => <Age since={receivedAt} />,
      },
    ];
    return { all, shown: all.filter(({ id }) => !hidden.includes(id)), hidden, setHidden };
  }, [t, hidden, setHidden]);
}
