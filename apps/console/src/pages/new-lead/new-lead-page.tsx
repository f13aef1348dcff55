import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.js';

export function NewLeadPage(): ReactElement {
  const { t } = useTranslation('newLead');
  return <PageHeader title={t('title')} />;
}
