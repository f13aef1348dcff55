import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.js';

export function UsersPage(): ReactElement {
  const { t } = useTranslation('users');
  return <PageHeader title={t('title')} />;
}
