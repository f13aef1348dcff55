import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.js';

export function ApiKeysPage(): ReactElement {
  const { t } = useTranslation('apiKeys');
  return <PageHeader title={t('title')} />;
}
