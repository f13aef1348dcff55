import { Alert, Card, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClockHour4 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.js';
import { useNow } from '../../components/use-now.js';
import { useFormat } from '../../format/use-format.js';
import { DeadLetters } from './dead-letters.js';
import { deadLettersQuery, subscriptionsQuery } from './operations-queries.js';
import { ReadModels } from './read-models.js';
import { Subscriptions } from './subscriptions.js';
import { workOf, type Worked } from './work-state.js';

/** How the work behind the commands is doing, and what an administrator can do about it. */
export function OperationsPage(): ReactElement {
  const { t } = useTranslation('operations');
  const subscriptions = useQuery(subscriptionsQuery);
  const deadLetters = useQuery(deadLettersQuery);
  const nowMs = useNow();
  const work = subscriptions.data && workOf(subscriptions.data.items, nowMs);

  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <Stack gap="xl">
        {work && <Summary work={work} deadLetters={deadLetters.data?.items.length ?? 0} />}
        {(deadLetters.data?.items.length ?? 0) > 0 && (
          <Section title={t('deadLetters.title')} text={t('deadLetters.text')}>
            <DeadLetters query={deadLetters} />
          </Section>
        )}
        <Section title={t('readModels.title')} text={t('readModels.text')}>
          <ReadModels
            work={work?.filter(({ kind }) => kind === 'readModel')}
            error={subscriptions.error}
            onRetry={() => void subscriptions.refetch()}
          />
        </Section>
        <Section title={t('subscriptions.title')} text={t('subscriptions.text')}>
          <Subscriptions
            work={work?.filter(({ kind }) => kind !== 'readModel')}
            error={subscriptions.error}
            onRetry={() => void subscriptions.refetch()}
          />
        </Section>
        {deadLetters.data?.items.length === 0 && (
          <Section title={t('deadLetters.title')} text={t('deadLetters.text')}>
            <DeadLetters query={deadLetters} />
          </Section>
        )}
      </Stack>
    </>
  );
}

function Summary({
  work,
  deadLetters,
}: {
  readonly work: readonly Worked[];
  readonly deadLetters: number;
}): ReactElement {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const unattended = work.filter(({ state }) => state === 'unattended');
  const refused = work.filter(({ state }) => state === 'refused');
  const lag = work.reduce((total, one) => total + one.lag, 0);
  if (unattended.length > 0 || refused.length > 0 || deadLetters > 0) {
    return (
      <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('summary.label')} role="status">
        {deadLetters > 0 && <Text size="sm">{t('summary.failing', { count: deadLetters })}</Text>}
        {refused.length > 0 && (
          <Text size="sm">{t('summary.refused', { names: refused.map(({ name }) => name).join(', ') })}</Text>
        )}
        {unattended.length > 0 && (
          <Text size="sm">{t('summary.unattended', { names: unattended.map(({ name }) => name).join(', ') })}</Text>
        )}
      </Alert>
    );
  }
  const isWell = lag === 0;
  return (
    <Alert
      color={isWell ? 'green' : 'blue'}
      icon={isWell ? <IconCircleCheck aria-hidden /> : <IconClockHour4 aria-hidden />}
      title={isWell ? t('summary.well') : t('summary.behind', { events: format.number(lag) })}
      role="status"
    />
  );
}

function Section({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} padding="lg">
      <Title order={2} id={id}>
        {title}
      </Title>
      <Text c="dimmed" size="sm" mt={2} mb="md">
        {text}
      </Text>
      {children}
    </Card>
  );
}
