import { useLocalStorage } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeadListItem } from '../../api/types.js';
import type { Column } from '../../components/data-table.js';
import { LightSymbol } from '../../components/traffic-light.js';
import { useNow } from '../../components/use-now.js';
import { customerName, customerOrganisation } from '../../format/customer-name.js';
import { useFormat } from '../../format/use-format.js';
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
  const { t: common } = useTranslation();
  const format = useFormat();
  const nowMs = useNow();
  const [hidden, setHidden] = useLocalStorage<string[]>({ key: 'leadline-lead-columns-hidden', defaultValue: [] });

  // With 50 rows, what is called for in each cell would be called for hundreds of times.
  return useMemo(() => {
    const all: Column<LeadListItem>[] = [
      {
        id: 'light',
        header: t('columns.light'),
        hiddenHeader: true,
        width: 40,
        sortBy: 'light',
        render: ({ light }) => <LightSymbol light={light} label={common(`light.${light}`)} />,
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
              <span className={`${classes.clip} ${classes.organisation}`}>{customerOrganisation(customer)}</span>
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
          <span className={classes.clip} data-empty={!assignee || undefined}>
            {assignee ? assignee.name || common('unknownUser') : common('nobody')}
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
        render: ({ due, light }) =>
          due === undefined ? (
            <span>–</span>
          ) : (
            <Moment
              at={due}
              title={format.dateTime(due)}
              text={format.relative(due, nowMs, true)}
              isLate={light === 'red'}
            />
          ),
      },
      {
        id: 'lastActivity',
        header: t('columns.lastActivity'),
        sortBy: 'lastActivityAt',
        render: ({ lastActivityAt }) => (
          <Moment
            at={lastActivityAt}
            title={format.dateTime(lastActivityAt)}
            text={format.relative(lastActivityAt, nowMs, true)}
          />
        ),
      },
      {
        id: 'age',
        header: t('columns.age'),
        sortBy: 'age',
        align: 'right',
        render: ({ receivedAt }) => (
          <Moment at={receivedAt} title={format.dateTime(receivedAt)} text={format.age(receivedAt, nowMs)} />
        ),
      },
    ];
    return { all, shown: all.filter(({ id }) => !hidden.includes(id)), hidden, setHidden };
  }, [t, common, format, nowMs, hidden, setHidden]);
}

interface MomentProps {
  readonly at: string;
  readonly title: string;
  readonly text: string;
  readonly isLate?: boolean;
}

/** How far away a moment is, and on hover which. */
function Moment({ at, title, text, isLate = false }: MomentProps): ReactElement {
  return (
    <time dateTime={at} title={title} className={classes.moment} data-late={isLate || undefined}>
      {text}
    </time>
  );
}
