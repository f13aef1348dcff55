import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@leadline/event-sourcing';
import { openCounterApi, type CounterApi } from '../testing/counter-api.js';

let api: CounterApi;
beforeAll(async () => {
  api = await openCounterApi();
});
afterAll(() => api.close());

/** The samples of a scrape: `name{labels}` and value. */
async function scrape(of: CounterApi = api): Promise<Map<string, number>> {
  const { text, headers } = await of.http().get('/metrics').expect(200);
  expect(headers['content-type']).toContain('text/plain; version=0.0.4');
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    samples.map((line) => {
      const end = line.lastIndexOf(' ');
      return [line.slice(0, end), Number(line.slice(end + 1))];
    }),
  );
}

const requests = (labels: string): string => `leadline_http_request_seconds_count{${labels}}`;

describe('the figures', () => {
  it('tell rate, errors and duration of each route by its pattern', async () => {
    await api.get(`/api/counters/${newId()}`).expect(404);
    await api.get('/api/counters/me').expect(200);
    await api.get('/api/counters/me').expect(200);
    await api.get('/nowhere/at/all?mail=ada@example.com').expect(404);
    const samples = await scrape();
    expect(samples.get(requests('method="GET",route="/api/counters/:id",status="4xx"'))).toBe(1);
    expect(samples.get(requests('method="GET",route="/api/counters/me",status="2xx"'))).toBe(2);
    expect(samples.get(requests('method="GET",route="none",status="4xx"'))).toBe(1);
    expect([...samples.keys()].join()).not.toMatch(/nowhere|ada@/);
  });

  it('tell how commands ended, by type and code', async () => {
    const id = await api.startCounter();
    const increase = (by: number, tag = '*') =>
      api.post(`/api/counters/${id}/increase`).set('if-match', tag).set('idempotency-key', `k${by}${tag}`).send({ by });
    await increase(9).expect(200);
    await increase(9).expect(200);
    await increase(0).expect(200);
    await increase(2).expect(409);
    await increase(1, '"0"').expect(412);
    const samples = await scrape();
    const ended = (command: string, outcome: string, code = '') =>
      samples.get(
        `leadline_commands_total{aggregate="counter",command="${command}",outcome="${outcome}",code="${code}"}`,
      );
    expect(ended('Start', 'committed')).toBe(1);
    expect(ended('Increase', 'committed')).toBe(1);
    expect(ended('Increase', 'repeated')).toBe(1);
    expect(ended('Increase', 'unchanged')).toBe(1);
    expect(ended('Increase', 'rejected', 'counter.full')).toBe(1);
    expect(ended('Increase', 'stale')).toBe(1);
  });

  it('tell of the runtime', async () => {
    const samples = await scrape();
    expect(samples.get('process_resident_memory_bytes{thread="main"}')).toBeGreaterThan(0);
    expect(samples.get('nodejs_heap_size_used_bytes{thread="main"}')).toBeGreaterThan(0);
    expect([...samples.keys()].join()).not.toContain('eventloop_lag');
    expect(samples.get('leadline_part_up{part="api"}')).toBe(1);
  });

  it('tell how late the event loop was', async () => {
    const delay = (samples: Map<string, number>) =>
      samples.get('leadline_event_loop_delay_seconds{thread="main",quantile="1"}');
    const blockedSeconds = 0.2;
    // A delay is told between two looks, which come by the clock: one must lie before the block, and one behind it.
    const looks = (): Promise<void> => pause(200);
    let seen = 0;
    while (seen < blockedSeconds / 2) {
      await looks();
      const end = performance.now() + blockedSeconds * 1000;
      while (performance.now() < end);
      await looks();
      seen = delay(await scrape()) ?? 0;
    }
    expect(seen).toBeGreaterThanOrEqual(blockedSeconds / 2);
  });

  it('are refused without the token where one is set', async () => {
    const guarded = await openCounterApi({ METRICS_TOKEN: 'a-token-of-sixteen' });
    const ask = (token: string) => guarded.http().get('/metrics').set('authorization', token);
    for (const token of ['', 'Bearer wrong', 'Bearer a-token-of-sixtee', 'Bearer admin', 'a-token-of-sixteen']) {
      const { body } = await ask(token).expect(401);
      expect(body.code).toBe('unauthenticated');
    }
    await ask('Bearer a-token-of-sixteen').expect(200);
    await guarded.close();
  });

  it('of all parts are added up, and a part that cannot tell is named', async () => {
    const one = { name: 'x_total', help: 'x', type: 'counter', aggregator: 'sum', values: [{ value: 2, labels: {} }] };
    const source = async () => JSON.parse(JSON.stringify([one]));
    const together = await openCounterApi(
      {},
      {
        metricSources: {
          work: source,
          more: source,
          gone: async () => null,
          broken: () => Promise.reject(new Error()),
        },
      },
    );
    const samples = await scrape(together);
    expect(samples.get('x_total')).toBe(4);
    expect(samples.get('leadline_part_up{part="work"}')).toBe(1);
    expect(samples.get('leadline_part_up{part="gone"}')).toBe(0);
    expect(samples.get('leadline_part_up{part="broken"}')).toBe(0);
    await together.close();
  });
});
