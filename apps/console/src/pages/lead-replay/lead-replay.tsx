import { Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../api/types.js';

export interface LeadReplayProps {
  readonly lead: Lead;
}

export function LeadReplay({ lead }: LeadReplayProps): ReactElement {
  const { t } = useTranslation('replay');
  return (
    <Title order={2}>
      {t('title')} {lead.revision}
    </Title>
  );
}
