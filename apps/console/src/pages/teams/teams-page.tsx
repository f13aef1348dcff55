import { ActionIcon, Badge, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus, IconUsersGroup, IconUsersMinus, IconUsersPlus, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../components/data-table.js';
import { PageHeader } from '../../components/page-header.js';
import { EmptyState } from '../../components/states.js';
import { teamsQuery } from '../users/users-queries.js';
import { TeamDialogs, type Team, type TeamDialog } from './team-dialogs.js';
import { membersQuery } from './team-queries.js';

/** Teams, and who is in them. */
export function TeamsPage(): ReactElement {
  const { t } = useTranslation('teams');
  const { data, error, refetch } = useQuery(teamsQuery);
  const [dialog, setDialog] = useState<TeamDialog | null>(null);
  const actions = (team: Team): ReactElement => <TeamActions team={team} onChoose={setDialog} />;
  const columns: readonly Column<Team>[] = [
    { id: 'name', header: t('column.name'), width: '30%', render: ({ name }) => <Text fw={600}>{name}</Text> },
    { id: 'members', header: t('column.members'), render: (team) => <Members team={team} /> },
    { id: 'state', header: t('column.state'), render: (team) => <TeamState team={team} /> },
    { id: 'actions', header: t('column.actions'), hiddenHeader: true, align: 'right', render: actions },
  ];
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={[
          { id: 'new', label: t('new'), icon: IconPlus, primary: true, onClick: () => setDialog({ kind: 'new' }) },
        ]}
      />
      <DataTable
        label={t('table')}
        columns={columns}
        rows={data?.items}
        rowId={({ id }) => id}
        onOpen={(team) => setDialog({ kind: 'rename', team })}
        error={error}
        onRetry={() => void refetch()}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} icon={IconUsersGroup} />}
        card={(team) => (
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <Stack gap={4} miw={0}>
              <Text fw={600}>{team.name}</Text>
              <Members team={team} />
              <div>
                <TeamState team={team} />
              </div>
            </Stack>
            {actions(team)}
          </Group>
        )}
      />
      <TeamDialogs dialog={dialog} onClose={() => setDialog(null)} />
    </>
  );
}

function Members({ team: { id } }: { readonly team: Team }): ReactElement {
  const { t } = useTranslation('teams');
  const { data } = useQuery(membersQuery(id));
  if (!data) return <span />;
  const names = data.items.map(({ name }) => name).join(', ');
  return (
    <Stack gap={0}>
      <Text size="sm">{t('members', { count: data.total })}</Text>
      <Text size="xs" c="dimmed">
        {names}
        {data.total > data.items.length && ' …'}
      </Text>
    </Stack>
  );
}

function TeamState({ team: { active } }: { readonly team: Team }): ReactElement {
  const { t } = useTranslation('teams');
  return active ? (
    <Badge color="green">{t('state.active')}</Badge>
  ) : (
    <Badge color="gray">{t('state.deactivated')}</Badge>
  );
}

function TeamActions({
  team,
  onChoose,
}: {
  readonly team: Team;
  readonly onChoose: (dialog: TeamDialog) => void;
}): ReactElement {
  const { t } = useTranslation('teams');
  const { name, active } = team;
  const button = (kind: 'rename' | 'deactivate' | 'reactivate', Symbol: Icon): ReactElement => (
    <Tooltip label={t(`action.${kind}`)}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t(`action.${kind}Of`, { name })}
        onClick={() => onChoose({ kind, team })}
      >
        <Symbol size={17} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      {active && button('rename', IconPencil)}
      {active ? button('deactivate', IconUsersMinus) : button('reactivate', IconUsersPlus)}
    </Group>
  );
}
