import { describe, expect, it } from '@jest/globals';
import { openSqliteMessageBus } from '@leadline/engines/message-bus';
import type { Job, Reaction, SubscriptionStatus } from '@leadline/subscriptions';
import { measuredBus, measuredWork, watchWork } from './measure-work.js';
import { createMetrics } from './metrics.js';

const metrics = createMetrics();
const told = async (name: string) => {
  const figures = await metrics.registry.getMetricsAsJSON();
  const found = figures.find((figure) => figure.name === name);
  return (found?.values ?? []).map(({ value, labels }) => ({ ...labels, value }));
};

describe('the work', () => {
  it('is counted by attempts, and fails as it would', async () => {
    const failing = new Error('no');
    const handle: Reaction['handle'] = async (_event, { signal }) => {
      signal.throwIfAborted();
      throw failing;
    };
    const consumption = { name: 'welcome', topics: [], handle: async () => undefined };
    const { reactions, consumptions } = measuredWork(metrics)({
      readModels: [],
      reactions: [{ name: 'remind', categories: ['lead'], handle }],
      publications: [],
      consumptions: [consumption],
    });
    const { signal } = new AbortController();
    const event = JSON.parse('{}');
    await expect(reactions[0]?.handle(event, { signal })).rejects.toBe(failing);
    await expect(reactions[0]?.handle(event, { signal: AbortSignal.abort(failing) })).rejects.toBe(failing);
    await consumptions[0]?.handle(event, { signal });
    expect(await told('leadline_subscription_attempts_total')).toEqual([
      { subscription: 'remind', kind: 'reaction', outcome: 'failed', value: 1 },
      { subscription: 'welcome', kind: 'consumption', outcome: 'done', value: 1 },
    ]);
  });

  it('is watched where it is worked: lag, position, dead letters, and jobs that run', async () => {
    const status = (name: string, more: Partial<SubscriptionStatus>): SubscriptionStatus => ({
      name,
      kind: 'readModel',
      partition: 0,
      partitions: 1,
      position: null,
      lag: 0,
      caughtUp: true,
      holder: 'here',
      leaseUntil: null,
      deadLetters: 0,
      reportedAt: null,
      ...more,
    });
    const job: Job = { id: 'j', kind: 'rebuild', readModel: 'leads', state: 'running', done: 1, progress: 0.25 };
    const statuses = [
      status('leads', { position: '0042:7', lag: 3, deadLetters: 1 }),
      status('elsewhere', { holder: null, lag: 9 }),
      status('mails', { kind: 'consumption', holder: null, lag: 5 }),
    ];
    watchWork(metrics, { status: () => statuses }, { jobs: async () => [{ ...job, id: 'k', state: 'done' }, job] });
    statuses.push(status('told', { kind: 'publication', lag: 1, problem: 'aheadOfLog' }));
    const leads = { subscription: 'leads', kind: 'readModel', partition: 0 };
    const mails = { subscription: 'mails', kind: 'consumption', partition: 0 };
    const publication = { subscription: 'told', kind: 'publication', partition: 0 };
    expect(await told('leadline_subscription_lag')).toEqual([
      { ...leads, value: 3 },
      { ...mails, value: 5 },
      { ...publication, value: 1 },
    ]);
    expect(await told('leadline_subscription_refused')).toEqual([
      { ...leads, value: 0 },
      { ...mails, value: 0 },
      { ...publication, value: 1 },
    ]);
    expect(await told('leadline_subscription_position')).toEqual([{ ...leads, value: 42 }]);
    expect(await told('leadline_subscription_dead_letters')).toContainEqual({ ...leads, value: 1 });
    expect(await told('leadline_read_model_job_progress')).toEqual([
      { read_model: 'leads', kind: 'rebuild', value: 0.25 },
    ]);
  });
});

describe('the bus', () => {
  it('is the same, with what is published counted', async () => {
    const bus = measuredBus(await openSqliteMessageBus({ file: ':memory:' }), metrics);
    await bus.ensureTopics([{ name: 'leads', partitions: 1, retentionDays: 1 }]);
    await bus.publish(
      'leads',
      [1, 2].map((n) => ({ key: `${n}`, headers: {}, value: '{}' })),
    );
    await expect(bus.publish('nothing', [{ key: 'a', headers: {}, value: '{}' }])).rejects.toMatchObject({
      name: 'UnknownTopicError',
    });
    expect(await bus.lag('group', ['leads'])).toMatchObject([{ lag: 2 }]);
    expect(await told('leadline_bus_messages_total')).toEqual([{ topic: 'leads', value: 2 }]);
    const counts = (await told('leadline_bus_publish_seconds')).filter((value) => !('le' in value));
    expect(counts).toContainEqual(expect.objectContaining({ topic: 'leads', outcome: 'done', value: 1 }));
    expect(counts).toContainEqual(expect.objectContaining({ topic: 'nothing', outcome: 'failed', value: 1 }));
    await bus.close();
  });
});
