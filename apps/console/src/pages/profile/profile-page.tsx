import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.js';

export function ProfilePage(): ReactElement {
  const { t } = useTranslation('profile');
  return <PageHeader title={t('title')} />;
}
