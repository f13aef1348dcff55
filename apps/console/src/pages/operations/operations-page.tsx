import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.js';

export function OperationsPage(): ReactElement {
  const { t } = useTranslation('operations');
  return <PageHeader title={t('title')} />;
}
