import { Group, Text } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconArrowBackUp,
  IconBell,
  IconCircleX,
  IconHandGrab,
  IconHistory,
  IconTrophy,
  IconUserShare,
  type Icon,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { leads } from '../../api/clients.js';
import type { Lead } from '../../api/types.js';
import { PageHeader, type PageAction } from '../../components/page-header.js';
import { RelativeTime } from '../../components/relative-time.js';
import { StatusBadge } from '../../components/status-badge.js';
import { TrafficLight } from '../../components/traffic-light.js';
import { UserName } from '../../components/user-name.js';
import { customerName, customerOrganisation } from '../../format/customer-name.js';
import { AssignDialog } from './actions/assign-dialog.js';
import { CloseDialog } from './actions/close-dialog.js';
import { DeactivateDialog, ReactivateDialog } from './actions/confirm-actions.js';
import { actionsFor, type LeadAction } from './actions/lead-actions.js';
import { ReopenDialog } from './actions/reopen-dialog.js';
import { closingAnswer } from './closing-rule.js';
import { ResubmissionDialog } from './resubmission/resubmission-dialog.js';
import { useLeadCommand } from './use-lead-command.js';

const ICONS: Readonly<Record<LeadAction, Icon>> = {
  accept: IconHandGrab,
  assign: IconUserShare,
  resubmit: IconBell,
  win: IconTrophy,
  lose: IconCircleX,
  reopen: IconArrowBackUp,
  deactivate: IconArchive,
  reactivate: IconArchiveOff,
};

/** The likeliest next thing to do is the one button that stands out. */
const PRIMARY: ReadonlySet<LeadAction> = new Set(['accept', 'reopen', 'reactivate']);
const RARE: ReadonlySet<LeadAction> = new Set(['deactivate']);

/** Whose lead it is, what about, where it stands, and what can be done with it. */
export function LeadHeader({ lead }: { readonly lead: Lead }): ReactElement {
  const { t } = useTranslation(['lead', 'replay']);
  const navigate = useNavigate();
  const [open, setOpen] = useState<LeadAction | null>(null);
  const close = (): void => setOpen(null);
  const accept = useLeadCommand<null>(
    lead,
    (_none, headers) => leads.POST('/api/leads/{id}/accept', { params: { path: { id: lead.id } }, headers }),
    { done: t('actions.accepted') },
  );
  const name = customerName(lead.customer) || lead.subject;
  const organisation = customerOrganisation(lead.customer);

  const lookBack: PageAction = {
    id: 'past',
    label: t('past.open', { ns: 'replay' }),
    icon: IconHistory,
    rare: true,
    onClick: () => void navigate({ to: '/leads/$id', params: { id: lead.id }, search: { revision: lead.revision } }),
  };
  const actions = actionsFor(lead).map((action): PageAction => ({
    id: action,
    label: t(`actions.${action}`),
    icon: ICONS[action],
    primary: PRIMARY.has(action) || (action === 'win' && closingAnswer(lead, 'won').kind === 'allowed'),
    rare: RARE.has(action),
    loading: action === 'accept' && accept.isPending,
    onClick: () => (action === 'accept' ? accept.mutate(null) : setOpen(action)),
  }));

  return (
    <>
      <PageHeader
        title={name}
        documentTitle={`${name} · ${lead.subject}`}
        badges={
          <Group gap={8}>
            <StatusBadge status={lead.status} active={lead.active} />
            <TrafficLight light={lead.light} />
          </Group>
        }
        description={
          <>
            <Text c="var(--mantine-color-text)" style={{ overflowWrap: 'anywhere' }}>
              {lead.subject}
            </Text>
            <Group gap={6} mt={2}>
              {organisation && <span>{organisation} ·</span>}
              <UserName user={lead.assignee} /> ·
              <span>
                {t('received')} <RelativeTime at={lead.receivedAt} />
              </span>
            </Group>
          </>
        }
        actions={[...actions, lookBack]}
      />
      {open && <Dialog action={open} lead={lead} onClose={close} />}
    </>
  );
}

interface DialogProps {
  readonly action: LeadAction;
  readonly lead: Lead;
  readonly onClose: () => void;
}

function Dialog({ action, ...props }: DialogProps): ReactElement | null {
  switch (action) {
    case 'assign':
      return <AssignDialog {...props} />;
    case 'win':
      return <CloseDialog outcome="won" {...props} />;
    case 'lose':
      return <CloseDialog outcome="lost" {...props} />;
    case 'reopen':
      return <ReopenDialog {...props} />;
    case 'resubmit':
      return <ResubmissionDialog {...props} />;
    case 'deactivate':
      return <DeactivateDialog {...props} />;
    case 'reactivate':
      return <ReactivateDialog {...props} />;
    // Asks for nothing.
    case 'accept':
      return null;
    default:
      return action satisfies never;
  }
}
