import { ThemeIcon } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBell,
  IconBellCheck,
  IconBellOff,
  IconBellPause,
  IconBuildingStore,
  IconCircleCheck,
  IconHandGrab,
  IconInbox,
  IconLockOpen,
  IconMail,
  IconMessage2,
  IconPencil,
  IconPencilBolt,
  IconSparkles,
  IconTrophy,
  IconUserShare,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { groupOf, type EventGroup } from './event-groups.js';

const ICONS: Readonly<Record<string, Icon>> = {
  LeadCreated: IconSparkles,
  LeadCorrected: IconPencil,
  LeadEmailChanged: IconMail,
  LeadMarketplaceChanged: IconBuildingStore,
  LeadAssigned: IconUserShare,
  LeadAccepted: IconHandGrab,
  LeadReturnedToPool: IconInbox,
  LeadJournalEntryAdded: IconMessage2,
  LeadJournalEntryCorrected: IconPencilBolt,
  LeadResubmissionScheduled: IconBell,
  LeadResubmissionRescheduled: IconBellPause,
  LeadResubmissionDone: IconBellCheck,
  LeadResubmissionCancelled: IconBellOff,
  LeadPhaseAdvanced: IconArrowForwardUp,
  LeadSetBack: IconArrowBackUp,
  LeadWon: IconTrophy,
  LeadLost: IconX,
  LeadReopened: IconLockOpen,
  LeadDeactivated: IconArchive,
  LeadReactivated: IconArchiveOff,
};

const GROUP_ICONS: Readonly<Record<EventGroup, Icon>> = {
  journal: IconMessage2,
  phases: IconArrowForwardUp,
  changes: IconPencil,
  people: IconUserShare,
  resubmission: IconBell,
  status: IconCircleCheck,
};

export const GROUP_COLORS: Readonly<Record<EventGroup, string>> = {
  journal: 'blue',
  phases: 'petrol',
  changes: 'amber',
  people: 'violet',
  resubmission: 'orange',
  status: 'gray',
};

const COLORS: Readonly<Record<string, string>> = { LeadWon: 'green', LeadLost: 'red', LeadCreated: 'green' };

/** What kind of event it is, at a glance; the sentence beside it says the same. */
export function EventIcon({ type, size = 30 }: { readonly type: string; readonly size?: number }): ReactElement {
  const group = groupOf(type);
  const Symbol = ICONS[type] ?? GROUP_ICONS[group];
  return (
    <ThemeIcon variant="light" color={COLORS[type] ?? GROUP_COLORS[group]} size={size} radius="50%" aria-hidden>
      <Symbol size={Math.round(size * 0.56)} stroke={1.8} />
    </ThemeIcon>
  );
}
