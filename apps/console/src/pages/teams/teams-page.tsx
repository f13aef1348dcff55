import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.js';

export function TeamsPage(): ReactElement {
  const { t } = useTranslation('teams');
  return <PageHeader title={t('title')} />;
}
