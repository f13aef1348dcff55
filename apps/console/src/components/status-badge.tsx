import { Badge } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeadStatus } from '../api/types.js';

const COLORS: Readonly<Record<LeadStatus, string>> = {
  open: 'blue',
  offered: 'violet',
  inProgress: 'petrol',
  won: 'green',
  lost: 'gray',
};

/** Where a lead stands. */
export function StatusBadge({
  status,
  active = true,
}: {
  readonly status: LeadStatus;
  readonly active?: boolean;
}): ReactElement {
  const { t } = useTranslation();
  if (!active) return <Badge color="orange">{t('status.deactivated')}</Badge>;
  return <Badge color={COLORS[status]}>{t(`status.${status}`)}</Badge>;
}
