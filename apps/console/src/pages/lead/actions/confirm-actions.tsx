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

/** Puts a lead away. */
export function DeactivateDialog({ lead, onClose }: Props): ReactElement {
  const { t } = useTranslation('lead');
  const { mutate, isPending } = useLeadCommand<null>(
    lead,
    (_none, headers) => leads.POST('/api/leads/{id}/deactivate', { params: { path: { id: lead.id } }, headers }),
    { done: t('actions.deactivated'), onDone: onClose },
  );
  return (
    <ConfirmDialog
      opened
      title={t('actions.deactivateTitle')}
      action={t('actions.deactivate')}
      color="red.9"
      loading={isPending}
      onConfirm={() => mutate(null)}
      onClose={onClose}
    >
      {t('actions.deactivateText')}
    </ConfirmDialog>
  );
}

/** Takes a lead back that was put away. */
export function ReactivateDialog({ lead, onClose }: Props): ReactElement {
  const { t } = useTranslation('lead');
  const { mutate, isPending } = useLeadCommand<null>(
    lead,
    (_none, headers) => leads.POST('/api/leads/{id}/reactivate', { params: { path: { id: lead.id } }, headers }),
    { done: t('actions.reactivated'), onDone: onClose },
  );
  return (
    <ConfirmDialog
      opened
      title={t('actions.reactivateTitle')}
      action={t('actions.reactivate')}
      loading={isPending}
      onConfirm={() => mutate(null)}
      onClose={onClose}
    >
      {t('actions.reactivateText')}
    </ConfirmDialog>
  );
}
