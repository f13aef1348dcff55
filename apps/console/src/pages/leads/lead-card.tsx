import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeadListItem } from '../../api/types.js';
import { RelativeTime } from '../../components/relative-time.js';
import { TrafficLight } from '../../components/traffic-light.js';
import { UserName } from '../../components/user-name.js';
import { customerName } from '../../format/customer-name.js';
import { Standing } from './standing.js';
import classes from './leads-page.module.css';

/** A lead in the list, on a phone. */
export function LeadCard({ lead }: { readonly lead: LeadListItem }): ReactElement {
  const { t } = useTranslation('leads');
  const { id, customer, subject, light, assignee, lastActivityAt } = lead;
  return (
    <Link to="/leads/$id" params={{ id }} className={classes.cardLink}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Group gap={8} wrap="nowrap" miw={0}>
          <TrafficLight light={light} />
          <Text fw={600} truncate>
            {customerName(customer) || t('unnamed')}
          </Text>
        </Group>
        <Standing lead={lead} />
      </Group>
      <Text size="sm" mt={4} lineClamp={2}>
        {subject}
      </Text>
      <Group justify="space-between" mt={8} gap="xs" wrap="nowrap">
        <Text size="xs" c="dimmed" truncate>
          <RelativeTime at={lastActivityAt} />
        </Text>
        <UserName user={assignee} size="xs" />
      </Group>
    </Link>
  );
}
