import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ShownOnceDialog } from '../../components/shown-once-dialog.js';
import { useFormat } from '../../format/use-format.js';

interface Props {
  readonly name: string;
  /** Left out where it was shown before. */
  readonly url: string | undefined;
  readonly until: string | undefined;
  readonly onClose: () => void;
}

/** The link that somebody is invited by. */
export function InvitationDialog({ name, url, until, onClose }: Props): ReactElement {
  const { t } = useTranslation('users');
  const format = useFormat();
  return (
    <ShownOnceDialog
      title={t('invitation.title', { name })}
      label={t('invitation.link')}
      secret={url}
      text={t('invitation.text', { until: until === undefined ? '' : format.dateTime(until) })}
      missing={t('invitation.repeated')}
      copy={t('invitation.copy')}
      onClose={onClose}
    />
  );
}
