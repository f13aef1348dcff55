import { Button, Card, Chip, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconTimeline } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema/leads.js';
import type { Lead } from '../../api/types.js';
import { EmptyState, ErrorState } from '../../components/states.js';
import { UserName } from '../../components/user-name.js';
import { useFormat } from '../../format/use-format.js';
import { DayHeading } from '../lead-past/day-heading.js';
import { byDay } from '../lead-past/days.js';
import { EVENT_GROUPS, groupOf, type EventGroup } from '../lead-past/event-groups.js';
import { EventIcon } from '../lead-past/event-icon.js';
import { LoadMore } from '../lead-past/load-more.js';
import { PastLinks } from '../lead-past/past-links.js';
import { timelineQuery } from '../lead-past/story-queries.js';
import classes from './lead-timeline.module.css';

type Item = components['schemas']['TimelineItemAnswer'];

export interface LeadTimelineProps {
  readonly lead: Lead;
}

/** So many fit on a screen: with fewer of the kind that is wanted, it looks further back by itself. */
const ENOUGH = 20;

/** The readable story of a lead, newest first, day by day. */
export function LeadTimeline({ lead }: LeadTimelineProps): ReactElement {
  const { t, i18n } = useTranslation('timeline');
  const { locale } = useFormat();
  const [group, setGroup] = useState<EventGroup | 'all'>('all');
  const query = useInfiniteQuery(timelineQuery(lead.id, i18n.language));
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const shown = group === 'all' ? items : items.filter(({ kind }) => groupOf(kind) === group);
  const isSearching = group !== 'all' && hasNextPage && shown.length < ENOUGH && !error;

  useEffect(() => {
    if (isSearching && !isFetchingNextPage) void fetchNextPage();
  }, [isSearching, isFetchingNextPage, fetchNextPage]);

  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const total = data.pages[0]?.total ?? 0;
  if (total === 0) return <EmptyState title={t('empty')} icon={IconTimeline} />;

  return (
    <Stack gap="md" maw={940}>
      <Chip.Group value={group} onChange={(chosen) => setGroup(EVENT_GROUPS.find((each) => each === chosen) ?? 'all')}>
        <Group gap={6} role="radiogroup" aria-label={t('filter')}>
          {(['all', ...EVENT_GROUPS] as const).map((each) => (
            <Chip key={each} value={each} size="xs" variant="light" color="petrol">
              {t(`groups.${each}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {byDay(shown, locale.timeZone).map(({ date, items: ofDay }) => (
        <section key={date}>
          <DayHeading date={date} />
          <Card padding="sm">
            <ol className={classes.items}>
              {ofDay.map((item) => (
                <TimelineItem key={item.id} leadId={lead.id} item={item} />
              ))}
            </ol>
          </Card>
        </section>
      ))}
      {shown.length === 0 && !isSearching && (
        <EmptyState title={t('emptyFilter')} icon={IconTimeline}>
          <Button variant="default" onClick={() => setGroup('all')}>
            {t('showEverything')}
          </Button>
        </EmptyState>
      )}
      {error && <ErrorState error={error} onRetry={() => void fetchNextPage()} />}
      {isSearching ? (
        <Text size="sm" c="dimmed" ta="center" role="status">
          {t('searching')}
        </Text>
      ) : (
        <LoadMore
          shown={shown.length}
          total={total}
          hasMore={hasNextPage && !error}
          isLoading={isFetchingNextPage}
          onMore={fetchNextPage}
        />
      )}
    </Stack>
  );
}

function TimelineItem({ leadId, item }: { readonly leadId: string; readonly item: Item }): ReactElement {
  const format = useFormat();
  return (
    <li className={classes.item}>
      <EventIcon type={item.kind} />
      <div className={classes.what}>
        <StoryText text={item.text} />
        <Group gap="2px 10px" mt={2} className={classes.meta}>
          <time dateTime={item.at} className="tabular">
            {format.time(item.at)}
          </time>
          <UserName user={item.actor} size="xs" />
          {item.links.map((link) => (
            <StoryLink key={`${link.kind} ${link.id}`} {...link} />
          ))}
        </Group>
      </div>
      <PastLinks leadId={leadId} revision={item.revision} />
    </li>
  );
}

/** Longer than this it is cut: a mail may be in there. */
const LONG = 420;

function StoryText({ text }: { readonly text: string }): ReactElement {
  const { t } = useTranslation('timeline');
  const [isOpen, setOpen] = useState(false);
  const isLong = text.length > LONG || text.split('\n').length > 6;
  return (
    <>
      <Text className={classes.text} lineClamp={isLong && !isOpen ? 5 : undefined}>
        {text}
      </Text>
      {isLong && (
        <Button variant="subtle" size="compact-xs" ml={-6} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('readLess') : t('readMore')}
        </Button>
      )}
    </>
  );
}

/** Whatever a sentence names, where there is a page for it: of a person that is the list of their leads. */
function StoryLink({ kind, id, name }: Item['links'][number]): ReactElement | null {
  if (name === '') return null;
  if (kind === 'lead') {
    return (
      <Link to="/leads/$id" params={{ id }} className={classes.link}>
        {name}
      </Link>
    );
  }
  if (kind !== 'user') return null;
  return (
    <Link to="/leads" search={{ assigneeId: id }} className={classes.link}>
      {name}
    </Link>
  );
}

function Loading(): ReactElement {
  const { t } = useTranslation();
  return (
    <Stack gap="md" maw={940} role="status" aria-label={t('table.loading')}>
      <Skeleton height={26} width={360} />
      <Skeleton height={240} radius="lg" />
    </Stack>
  );
}
