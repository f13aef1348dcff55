import { Stack, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { leads } from '../../../api/clients.js';
import type { Lead } from '../../../api/types.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useMyself } from '../../../session/use-session.js';
import { isLocalTime, suggested } from '../resubmission/local-time.js';
import { TimePicker } from '../resubmission/time-picker.js';
import { useLeadCommand } from '../use-lead-command.js';

interface Props {
  readonly lead: Lead;
  readonly onClose: () => void;
}

/** A closed lead is worked again, and brought back at a new time: the one before went with the closing. */
export function ReopenDialog({ lead, onClose }: Props): ReactElement {
  const { t } = useTranslation('lead');
  const { timeZone } = useMyself();
  const [localTime, setLocalTime] = useState(() => suggested('tomorrow', Date.now(), timeZone));
  const { mutate, isPending } = useLeadCommand<string>(
    lead,
    (chosen, headers) =>
      leads.POST('/api/leads/{id}/reopen', {
        params: { path: { id: lead.id } },
        headers,
        // Emptied: nobody wants it brought back.
        body: isLocalTime(chosen) ? { resubmission: { localTime: chosen, timeZone } } : {},
      }),
    { done: t('actions.reopened'), onDone: onClose },
  );
  return (
    <ConfirmDialog
      opened
      title={t('actions.reopenTitle')}
      action={t('actions.reopen')}
      loading={isPending}
      onConfirm={() => mutate(localTime)}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text size="sm">{t('actions.reopenText')}</Text>
        <TimePicker value={localTime} onChange={setLocalTime} />
      </Stack>
    </ConfirmDialog>
  );
}
