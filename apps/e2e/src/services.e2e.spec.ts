import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kafka, logLevel, type Consumer } from 'kafkajs';
import { signIn, type Answer, type ApiClient, type CommandAnswer } from './api-client.js';
import { until } from './leadline-process.js';
import { startServices, type RunningServices } from './services-process.js';

const brokers = process.env['KAFKA_BROKERS'];

/** What the architecture promises of a crash: another replica has taken over. */
const TAKE_OVER_MS = 10_000;

interface Published {
  readonly id: string;
  readonly type: string;
}

interface Subscription {
  readonly name: string;
  readonly lag: number;
  readonly holder: string | null;
}

const run = `Run ${Date.now()}`;

(brokers === undefined ? describe.skip : describe)(
  'services of their own, two replicas per role (needs the engines)',
  () => {
    let services: RunningServices;
    let api: ApiClient;
    let consumer: Consumer;
    /** Every message of the leads topic, by lead. */
    const published = new Map<string, Published[]>();
    const refusals: number[] = [];

    beforeAll(async () => {
      services = await startServices({ services: ['identity', 'leads'], env: { RATE_LIMIT_PER_USER: '100000' } });
      api = await signIn(services);
      const kafka = new Kafka({ clientId: 'anybody', brokers: (brokers ?? '').split(','), logLevel: logLevel.NOTHING });
      consumer = kafka.consumer({ groupId: `services-${Date.now()}` });
      await consumer.connect();
      await consumer.subscribe({ topic: 'leadline.leads.v1', fromBeginning: true });
      await consumer.run({
        eachMessage: async ({ message }) => {
          const { id, type } = JSON.parse(String(message.value)) as Published;
          const key = String(message.key);
          published.set(key, [...(published.get(key) ?? []), { id, type }]);
        },
      });
    }, 240_000);

    afterAll(async () => {
      await consumer?.disconnect();
      await services?.stop();
    }, 60_000);

    /** As a client should: what failed for now is sent again, with the same key. */
    async function command(path: string, body: unknown, key: string): Promise<Answer<CommandAnswer>> {
      for (;;) {
        const answer = await api.post(path, body, { 'idempotency-key': key });
        if (answer.status !== 502 && answer.status !== 503) return answer;
        refusals.push(answer.status);
      }
    }

    /** A lead that advanced by one phase: two public events. */
    async function work(tag: string, n: number): Promise<string> {
      const key = `${run} ${tag} ${n}`;
      const created = await command('/api/leads', { subject: key, customer: { organisation: tag } }, key);
      const { id } = created.body;
      const advanced = await command(`/api/leads/${id}/phases/advance`, undefined, `${key} advance`);
      expect([created.status, advanced.status, advanced.body.revision]).toEqual([201, 200, created.body.revision + 1]);
      return id;
    }

    /** So many leads by several clients at once. */
    async function load(tag: string, leads: number, halfway?: () => Promise<void>): Promise<string[]> {
      const ids: string[] = [];
      let next = 0;
      let killing: Promise<void> | undefined;
      const client = async (): Promise<void> => {
        while (next < leads) {
          const n = next++;
          if (n === Math.floor(leads / 2)) killing = halfway?.();
          ids.push(await work(tag, n));
        }
      };
      await Promise.all(Array.from({ length: 8 }, client));
      await killing;
      return ids;
    }

    const listed = async (tag: string): Promise<number> =>
      (await api.get<{ total: number }>(`/api/leads?q=${tag}&limit=1`)).body.total;
    const subscriptions = async (): Promise<readonly Subscription[]> =>
      (await api.get<{ items: Subscription[] }>('/api/operations/subscriptions')).body.items;
    const ofLead = (id: string): readonly Published[] => published.get(id) ?? [];
    const distinct = (id: string): number => new Set(ofLead(id).map((event) => event.id)).size;

    it('do no work twice side by side', async () => {
      const ids = await load('Doppelkopf', 60);
      await until(async () => (await listed('Doppelkopf')) === 60, TAKE_OVER_MS);
      await until(async () => ids.every((id) => ofLead(id).length >= 2), 20_000);
      expect(ids.filter((id) => ofLead(id).length !== 2 || distinct(id) !== 2)).toEqual([]);
      expect(refusals).toEqual([]);
      const holders = (await subscriptions()).filter(({ name }) => name.startsWith('lead')).map(({ holder }) => holder);
      expect(new Set(holders.filter((holder) => holder !== null)).size).toBe(2);
    }, 120_000);

    it('rebuild the read model of any service behind the one address', async () => {
      for (const readModel of ['leadList', 'users']) {
        const { status, body } = await api.post<{ jobId: string }>(`/api/operations/read-models/${readModel}/rebuild`);
        expect(status).toBe(202);
        const job = async (): Promise<string> =>
          (await api.get<{ state: string }>(`/api/operations/rebuilds/${body.jobId}`)).body.state;
        await until(async () => (await job()) === 'done', 30_000);
      }
    }, 90_000);

    it('go on when a replica of each role is killed amid the work', async () => {
      const holder = (await subscriptions()).find(({ name }) => name === 'leadList')?.holder ?? '';
      const pids = await services.pids();
      const worker = Object.keys(pids).find((name) => holder.includes(`-${pids[name]}-`));
      expect(worker).toMatch(/^leads-work-/);

      const holderNow = async (): Promise<string | null> =>
        (await subscriptions()).find(({ name }) => name === 'leadList')?.holder ?? null;
      const ids = await load('Einspringer', 200, async () => {
        const killedAtMs = performance.now();
        await Promise.all([services.kill(worker ?? ''), services.kill('leads-api-1')]);
        await until(async () => ![null, holder].includes(await holderNow()), TAKE_OVER_MS);
        const tookMs = performance.now() - killedAtMs;
        process.stdout.write(`  another worker had the list ${(tookMs / 1000).toFixed(1)} s after the kill\n`);
      });
      await until(async () => (await listed('Einspringer')) === 200, TAKE_OVER_MS);
      const left = (await subscriptions()).filter((subscription) => subscription.holder === holder);
      expect(left).toEqual([]);

      // Each public event once: a worker that dies between publishing and noting it leaves a second copy of the same id.
      await until(async () => ids.every((id) => distinct(id) >= 2), 30_000);
      expect(ids.filter((id) => distinct(id) !== 2)).toEqual([]);
      expect(new Set(ids).size).toBe(200);
      expect(await listed('Einspringer')).toBe(200);
    }, 180_000);

    it('signs people in, and lets them go on, with one replica left', async () => {
      await services.kill('identity-api-1');
      for (let n = 0; n < 4; n += 1) expect((await signIn(services)).token).toBeDefined();
    });
  },
);
