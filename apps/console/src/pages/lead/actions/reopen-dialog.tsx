import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { leads } from '../../../api/clients.js';
import type { Lead } from '../../../api/types.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useLeadCommand } from '../use-lead-command.js';

interface Props {
  readonly lead: Lead;
  readonly onClose: () => void;
}

/** A closed lead is worked again. */
export function ReopenDialog({ lead, onClose }: Props): ReactElement {
  const { t } = useTranslation('lead');
  const { mutate, isPending } = useLeadCommand<null>(
    lead,
    (_none, headers) => leads.POST('/api/leads/{id}/reopen', { params: { path: { id: lead.id } }, headers }),
    { done: t('actions.reopened'), onDone: onClose },
  );
  return (
    <ConfirmDialog
      opened
      title={t('actions.reopenTitle')}
      action={t('actions.reopen')}
      loading={isPending}
      onConfirm={() => mutate(null)}
      onClose={onClose}
    >
      {t('actions.reopenText')}
    </ConfirmDialog>
  );
}
