import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.js';

export function LeadPage(): ReactElement {
  const { t } = useTranslation('lead');
  return <PageHeader title={t('title')} />;
}
