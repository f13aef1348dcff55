import { Badge, Button, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { present } from '../../app/search.js';
import { isRole, ROLES } from './roles.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { PageHeader } from '../../components/page-header.js';
import { EmptyState } from '../../components/states.js';
import { UserName } from '../../components/user-name.js';
import { useFormat } from '../../format/use-format.js';
import { UserActions, type UserDialog } from './user-actions.js';
import { UserDialogs } from './user-dialogs.js';
import { knownUser, type KnownUser } from './user-fields.js';
import { supervisorsQuery, teamsQuery, usersQuery, type UserFilters } from './users-queries.js';

const ACTIVITIES = ['all', 'active', 'deactivated'] as const;
type Activity = (typeof ACTIVITIES)[number];
const ACTIVE = { all: undefined, active: 'true', deactivated: 'false' } as const;
const TYPING_MS = 200;

/** Who works with Leadline. */
export function UsersPage(): ReactElement {
  const { t } = useTranslation('users');
  const common = useTranslation().t;
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const [role, setRole] = useState<string | null>(null);
  const [teamId, setTeamId] = useState<string | null>(null);
  const [activity, setActivity] = useState<Activity>('active');
  const [dialog, setDialog] = useState<UserDialog | null>(null);
  const filters: UserFilters = present({
    q: q || undefined,
    role: isRole(role) ? role : undefined,
    teamId: teamId ?? undefined,
    active: ACTIVE[activity],
  });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery(
    usersQuery(filters),
  );
  const teams = useQuery(teamsQuery).data?.items ?? [];
  const supervisors = useQuery(supervisorsQuery).data ?? [];
  const users = data?.pages.flatMap(({ items }) => items.flatMap((user) => knownUser(user) ?? []));
  const total = data?.pages[0]?.total ?? 0;
  const teamNames = ({ teamIds }: KnownUser): string =>
    teams
      .filter(({ id }) => teamIds.includes(id))
      .map(({ name }) => name)
      .join(', ');
  const supervisorOf = ({ supervisorId }: KnownUser): string =>
    [...supervisors, ...(users ?? [])].find(({ id }) => id === supervisorId)?.name ?? '';

  const columns: readonly Column<KnownUser>[] = [
    { id: 'name', header: t('column.name'), width: '32%', render: (user) => <Who user={user} /> },
    { id: 'role', header: t('column.role'), render: (user) => common(`roles.${user.role}`) },
    { id: 'teams', header: t('column.teams'), render: teamNames },
    { id: 'supervisor', header: t('column.supervisor'), render: supervisorOf },
    { id: 'state', header: t('column.state'), render: (user) => <UserState user={user} /> },
    {
      id: 'actions',
      header: t('column.actions'),
      hiddenHeader: true,
      align: 'right',
      render: (user) => <UserActions user={user} onChoose={setDialog} />,
    },
  ];

  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={[
          {
            id: 'invite',
            label: t('invite'),
            icon: IconUserPlus,
            primary: true,
            onClick: () => setDialog({ kind: 'new' }),
          },
        ]}
      />
      <Group gap="sm" mb="md">
        <TextInput
          type="search"
          w={{ base: '100%', sm: 260 }}
          placeholder={t('search')}
          aria-label={t('search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          w={170}
          clearable
          placeholder={t('filter.role')}
          aria-label={t('filter.role')}
          data={ROLES.map((value) => ({ value, label: common(`roles.${value}`) }))}
          value={role}
          onChange={setRole}
        />
        <Select
          w={170}
          clearable
          searchable
          placeholder={t('filter.team')}
          aria-label={t('filter.team')}
          data={teams.map(({ id, name }) => ({ value: id, label: name }))}
          value={teamId}
          onChange={setTeamId}
        />
        <SegmentedControl
          aria-label={t('filter.state')}
          data={ACTIVITIES.map((value) => ({ value, label: t(`filter.${value}`) }))}
          value={activity}
          onChange={(value) => setActivity(ACTIVITIES.find((each) => each === value) ?? 'all')}
        />
      </Group>
      <DataTable
        label={t('table')}
        columns={columns}
        rows={users}
        rowId={({ id }) => id}
        onOpen={(user) => setDialog({ kind: 'edit', user })}
        error={error}
        onRetry={() => void refetch()}
        isStale={isPlaceholderData}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
        card={(user) => (
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <Stack gap={6} miw={0}>
              <Who user={user} />
              <Group gap={8}>
                <Text size="xs">{common(`roles.${user.role}`)}</Text>
                <UserState user={user} />
              </Group>
              <Text size="xs" c="dimmed">
                {teamNames(user)}
              </Text>
            </Stack>
            <UserActions user={user} onChoose={setDialog} />
          </Group>
        )}
      />
      <Group justify="space-between" mt="sm">
        <Text size="sm" c="dimmed" role="status">
          {users && t('shown', { shown: format.number(users.length), total: format.number(total) })}
        </Text>
        {hasNextPage && (
          <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {common('actions.showMore')}
          </Button>
        )}
      </Group>
      <UserDialogs dialog={dialog} onChange={setDialog} />
    </>
  );
}

function Who({ user }: { readonly user: KnownUser }): ReactElement {
  return (
    <Stack gap={0} miw={0}>
      <UserName user={user} withAvatar />
      <Text size="xs" c="dimmed" pl={29} style={{ overflowWrap: 'anywhere' }}>
        {user.email}
      </Text>
    </Stack>
  );
}

function UserState({ user: { active, invited } }: { readonly user: KnownUser }): ReactElement {
  const { t } = useTranslation('users');
  if (!active) return <Badge color="gray">{t('state.deactivated')}</Badge>;
  return invited ? <Badge color="blue">{t('state.invited')}</Badge> : <Badge color="green">{t('state.active')}</Badge>;
}
