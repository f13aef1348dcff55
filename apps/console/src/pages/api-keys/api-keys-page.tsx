import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { identity } from '../../api/clients.js';
import { keys } from '../../api/queries.js';
import { CommandDialog } from '../../components/command-dialog.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { PageHeader } from '../../components/page-header.js';
import { EmptyState } from '../../components/states.js';
import { useNow } from '../../components/use-now.js';
import { useFormat } from '../../format/use-format.js';
import { apiKeysQuery, type ApiKey } from './api-keys-query.js';
import { NewKeyDialog } from './new-key-dialog.js';
import { ScopeList } from './scope-list.js';
import { keyStateOf } from './scopes.js';

/** The keys that other software uses. */
export function ApiKeysPage(): ReactElement {
  const { t } = useTranslation('apiKeys');
  const common = useTranslation().t;
  const format = useFormat();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(apiKeysQuery);
  const [isNew, setNew] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const expires = ({ expiresAt }: ApiKey): string => (expiresAt === null ? t('never') : format.dateTime(expiresAt));
  const revokeButton = (key: ApiKey): ReactElement | null =>
    key.revoked ? null : (
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        aria-label={t('revoke.actionOf', { name: key.name })}
        onClick={() => setRevoking(key)}
      >
        {t('revoke.action')}
      </Button>
    );
  const columns: readonly Column<ApiKey>[] = [
    { id: 'name', header: t('column.name'), render: ({ name }) => <Text fw={600}>{name}</Text> },
    { id: 'scopes', header: t('column.scopes'), width: '34%', render: ({ scopes }) => <ScopeList scopes={scopes} /> },
    { id: 'created', header: t('column.created'), render: ({ createdAt }) => format.date(createdAt) },
    { id: 'expires', header: t('column.expires'), render: expires },
    { id: 'state', header: t('column.state'), render: (key) => <KeyBadge apiKey={key} /> },
    { id: 'actions', header: t('column.actions'), hiddenHeader: true, align: 'right', render: revokeButton },
  ];

  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={[{ id: 'new', label: t('new'), icon: IconPlus, primary: true, onClick: () => setNew(true) }]}
      />
      <DataTable
        label={t('table')}
        columns={columns}
        rows={data?.pages.flatMap(({ items }) => items)}
        rowId={({ id }) => id}
        error={error}
        onRetry={() => void refetch()}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} icon={IconKey} />}
        card={(key) => (
          <Stack gap={6}>
            <Group justify="space-between" wrap="nowrap">
              <Text fw={600}>{key.name}</Text>
              <KeyBadge apiKey={key} />
            </Group>
            <ScopeList scopes={key.scopes} />
            <Group justify="space-between">
              <Text size="xs" c="dimmed">
                {t('column.expires')}: {expires(key)}
              </Text>
              {revokeButton(key)}
            </Group>
          </Stack>
        )}
      />
      {hasNextPage && (
        <Group justify="flex-end" mt="sm">
          <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {common('actions.showMore')}
          </Button>
        </Group>
      )}
      {isNew && <NewKeyDialog onClose={() => setNew(false)} />}
      {revoking && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}

const COLORS = { active: 'green', revoked: 'gray', expired: 'orange' } as const;

function KeyBadge({ apiKey }: { readonly apiKey: ApiKey }): ReactElement {
  const { t } = useTranslation('apiKeys');
  const state = keyStateOf(apiKey, useNow());
  return <Badge color={COLORS[state]}>{t(`state.${state}`)}</Badge>;
}

function RevokeDialog({
  apiKey: { id, name },
  onClose,
}: {
  readonly apiKey: ApiKey;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('apiKeys');
  return (
    <CommandDialog
      title={t('revoke.title', { name })}
      text={t('revoke.text')}
      action={t('revoke.action')}
      isDestructive
      send={(headers) => identity.POST('/api/identity/api-keys/{id}/revoke', { params: { path: { id } }, headers })}
      changes={[keys.apiKeys]}
      done={t('revoke.done', { name })}
      onClose={onClose}
    />
  );
}
