import { Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../api/types.js';

export interface LeadTimelineProps {
  readonly lead: Lead;
}

export function LeadTimeline({ lead }: LeadTimelineProps): ReactElement {
  const { t } = useTranslation('timeline');
  return (
    <Title order={2}>
      {t('title')} {lead.revision}
    </Title>
  );
}
