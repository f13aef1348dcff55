import { Badge, Button, Card, CopyButton, ActionIcon, Group, Skeleton, Stack, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconListDetails } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema/leads.js';
import type { Lead } from '../../api/types.js';
import { EmptyState, ErrorState } from '../../components/states.js';
import { UserName } from '../../components/user-name.js';
import { useFormat } from '../../format/use-format.js';
import { FieldText } from '../lead-past/change-text.js';
import { DayHeading } from '../lead-past/day-heading.js';
import { byDay } from '../lead-past/days.js';
import { EventIcon } from '../lead-past/event-icon.js';
import { labelOf, wordAt } from '../lead-past/field-text.js';
import { historyText } from '../lead-past/history-text.js';
import { changesByField, type Difference } from '../lead-past/lead-fields.js';
import { LoadMore } from '../lead-past/load-more.js';
import { PastLinks } from '../lead-past/past-links.js';
import { historyQuery } from '../lead-past/story-queries.js';
import { useFieldWords } from '../lead-past/use-field-words.js';
import classes from './lead-history.module.css';

type Item = components['schemas']['HistoryItemAnswer'];

export interface LeadHistoryProps {
  readonly lead: Lead;
}

/** The exact changes of a lead, newest first: who, when, which field, from what to what. */
export function LeadHistory({ lead }: LeadHistoryProps): ReactElement {
  const { t } = useTranslation('history');
  const { locale } = useFormat();
  const query = useInfiniteQuery(historyQuery(lead.id));
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;

  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyState title={t('empty')} icon={IconListDetails} />;

  return (
    <Stack gap="md" maw={1100}>
      <Text size="sm" c="dimmed">
        {t('description')}
      </Text>
      {byDay(items, locale.timeZone).map(({ date, items: ofDay }) => (
        <section key={date}>
          <DayHeading date={date} />
          <Stack gap="sm">
            {ofDay.map((item) => (
              <HistoryCard key={item.revision} leadId={lead.id} item={item} />
            ))}
          </Stack>
        </section>
      ))}
      {error && <ErrorState error={error} onRetry={() => void fetchNextPage()} />}
      <LoadMore
        shown={items.length}
        total={data.pages[0]?.total ?? 0}
        hasMore={hasNextPage && !error}
        isLoading={isFetchingNextPage}
        onMore={fetchNextPage}
      />
    </Stack>
  );
}

/** A new lead fills many fields at once. */
const SHOWN = 6;

function HistoryCard({ leadId, item }: { readonly leadId: string; readonly item: Item }): ReactElement {
  const { t } = useTranslation('history');
  const format = useFormat();
  const words = useFieldWords();
  const [isOpen, setOpen] = useState(false);
  const changes = changesByField(item.changes);
  const all = [...changes];
  const shown = isOpen ? all : all.slice(0, SHOWN);
  const event = wordAt(t('events', { returnObjects: true }), item.event) ?? item.event;
  const copied = historyText({ at: item.at, actor: item.actor.name, event, changes }, words);
  return (
    <Card padding={0} component="article" className={classes.card} aria-label={`${event}, ${format.dateTime(item.at)}`}>
      <div className={classes.head}>
        <EventIcon type={item.event} />
        <div className={classes.who}>
          <Group gap={8}>
            <Text fw={600} size="sm">
              {event}
            </Text>
            {item.cause !== undefined && (
              <Badge color="gray" size="sm">
                {t('cause')}
              </Badge>
            )}
          </Group>
          <Group gap="0 10px" className={classes.meta}>
            <time dateTime={item.at} className="tabular">
              {format.time(item.at)}
            </time>
            <UserName user={item.actor} size="xs" />
            <span className="tabular">{t('revision', { revision: item.revision })}</span>
          </Group>
        </div>
        <Group gap={2} wrap="nowrap">
          <CopyChanges text={copied} />
          <PastLinks leadId={leadId} revision={item.revision} />
        </Group>
      </div>
      {all.length === 0 ? (
        <Text size="sm" c="dimmed" px="md" pb="sm">
          {t('noFields')}
        </Text>
      ) : (
        <Changes changes={shown} />
      )}
      {all.length > SHOWN && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.all}
          onClick={() => setOpen(!isOpen)}
          aria-expanded={isOpen}
        >
          {isOpen ? t('showLess') : t('showAll', { count: all.length })}
        </Button>
      )}
    </Card>
  );
}

function Changes({ changes }: { readonly changes: readonly (readonly [string, Difference])[] }): ReactElement {
  const { t } = useTranslation('history');
  const words = useFieldWords();
  return (
    <table className={classes.changes}>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('from')}</th>
          <th scope="col">{t('to')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(([field, { from, to }]) => (
          <tr key={field}>
            <th scope="row">{labelOf(field, words)}</th>
            <td data-label={t('from')} className={classes.from}>
              <div>
                <FieldText field={field} value={from} />
              </div>
            </td>
            <td data-label={t('to')} className={classes.to}>
              <div>
                <FieldText field={field} value={to} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CopyChanges({ text }: { readonly text: string }): ReactElement {
  const { t } = useTranslation('history');
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t('copied') : t('copy')}>
          <ActionIcon aria-label={copied ? t('copied') : t('copy')} onClick={copy}>
            {copied ? <IconCheck size={17} /> : <IconCopy size={17} />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}

function Loading(): ReactElement {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" maw={1100} role="status" aria-label={t('table.loading')}>
      <Skeleton height={120} radius="lg" />
      <Skeleton height={160} radius="lg" />
    </Stack>
  );
}
