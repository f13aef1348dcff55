import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.js';

export function LeadsImportPage(): ReactElement {
  const { t } = useTranslation('leadsImport');
  return <PageHeader title={t('title')} />;
}
