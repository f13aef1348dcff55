import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.js';

export function LeadsPage(): ReactElement {
  const { t } = useTranslation('leads');
  return <PageHeader title={t('title')} />;
}
