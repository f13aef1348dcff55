import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconHistory, IconMovie } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** From something that happened to the lead as it was then, and to the replay of that step. */
export function PastLinks({ leadId, revision }: { readonly leadId: string; readonly revision: number }): ReactElement {
  const { t } = useTranslation('timeline');
  const params = { id: leadId };
  return (
    <Group gap={2} wrap="nowrap">
      <Tooltip label={t('asOf')}>
        <ActionIcon
          aria-label={t('asOf')}
          renderRoot={(props) => <Link {...props} to="/leads/$id" params={params} search={{ revision }} />}
        >
          <IconHistory size={17} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('replay')}>
        <ActionIcon
          aria-label={t('replay')}
          renderRoot={(props) => (
            <Link {...props} to="/leads/$id" params={params} search={{ tab: 'replay', revision }} />
          )}
        >
          <IconMovie size={17} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
