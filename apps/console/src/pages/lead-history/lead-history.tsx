import { Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../api/types.js';

export interface LeadHistoryProps {
  readonly lead: Lead;
}

export function LeadHistory({ lead }: LeadHistoryProps): ReactElement {
  const { t } = useTranslation('history');
  return (
    <Title order={2}>
      {t('title')} {lead.revision}
    </Title>
  );
}
