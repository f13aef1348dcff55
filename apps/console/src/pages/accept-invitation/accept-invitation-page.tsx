import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.js';

export function AcceptInvitationPage(): ReactElement {
  const { t } = useTranslation('acceptInvitation');
  return <PageHeader title={t('title')} />;
}
