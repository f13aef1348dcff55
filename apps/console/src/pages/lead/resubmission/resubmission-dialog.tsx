import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { leads } from '../../../api/clients.js';
import type { Lead } from '../../../api/types.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useFormat } from '../../../format/use-format.js';
import { useMyself } from '../../../session/use-session.js';
import { useLeadCommand } from '../use-lead-command.js';
import { isLocalTime, suggested } from './local-time.js';
import { TimePicker } from './time-picker.js';

interface Props {
  readonly lead: Lead;
  readonly onClose: () => void;
}

/** "Bring this back to me at", or at another time than before. */
export function ResubmissionDialog({ lead, onClose }: Props): ReactElement {
  const { t } = useTranslation('lead');
  const { timeZone } = useMyself();
  const format = useFormat();
  const [localTime, setLocalTime] = useState(() => suggested('tomorrow', Date.now(), timeZone));
  const schedule = useLeadCommand<string>(
    lead,
    (chosen, headers) =>
      leads.PUT('/api/leads/{id}/resubmission', {
        params: { path: { id: lead.id } },
        headers,
        body: { localTime: chosen, timeZone },
      }),
    // As it was typed: the same clocks.
    { done: (chosen) => t('resubmission.scheduled', { at: format.localTime(chosen) }), onDone: onClose },
  );
  return (
    <ConfirmDialog
      opened
      title={lead.resubmission ? t('resubmission.rescheduleTitle') : t('resubmission.title')}
      action={t('resubmission.schedule')}
      loading={schedule.isPending}
      disabled={!isLocalTime(localTime)}
      onConfirm={() => schedule.mutate(localTime)}
      onClose={onClose}
    >
      <TimePicker value={localTime} onChange={setLocalTime} />
    </ConfirmDialog>
  );
}
