import { join } from 'node:path';
import { signIn, type Api } from '../api.js';
import type { Bench } from '../bench.js';
import { distribution } from '../latency.js';
import { until } from '../lead-folder.js';
import { load, type LoadRequest, type LoadResult } from '../load.js';
import { inTurn, median, rateConcurrent } from '../measure.js';
import { startBareServer, startProduct } from '../processes.js';
import { milliseconds, perSecond, type Row } from '../report.js';
import { leadAsSent, noteAsSent } from '../sample-leads.js';
import { withFolder } from '../temporary-folder.js';

const NEW_LEADS = 500;
/** So many that each gets some notes only, as in life: a lead has ten events or so. */
const NOTED_LEADS = 8_000;

/** The whole product over HTTP against Fastify with one durable insert per request: what everything else costs. */
export function http({ quick }: Bench): Promise<Row[]> {
  const rounds = quick ? 2 : 4;
  const seconds = quick ? 2 : 4;
  return withFolder(async (folder) => {
    const product = await startProduct(join(folder, 'data'));
    const bare = await startBareServer(join(folder, 'bare.sqlite'));
    try {
      const api = await signIn(product.url);
      const creations = Array.from({ length: NEW_LEADS }, (_, n) => ({ path: '/api/leads', body: leadAsSent(n) }));
      const notes = await notesOnLeads(api);
      const lags: number[] = [];
      const compare = async (what: string, requests: readonly LoadRequest[]): Promise<Row> => {
        const latencies: LoadResult[] = [];
        await load(product.url, api.authorization, requests, 2);
        await load(bare.url, api.authorization, requests, 1);
        const { a, b, ratio } = await inTurn(
          rounds,
          async () => {
            const result = await load(product.url, api.authorization, requests, seconds);
            latencies.push(result);
            // Also so that the other's turn begins with nothing left to do here.
            lags.push(await listBehindMs(api));
            return result.perSecond;
          },
          async () => (await load(bare.url, api.authorization, requests, seconds)).perSecond,
        );
        const p50 = milliseconds(median(latencies.map(({ p50Ms }) => p50Ms)));
        const p99 = milliseconds(median(latencies.map(({ p99Ms }) => p99Ms)));
        return {
          what: `HTTP, 50 connections, signed in: ${what}`,
          measured: `${perSecond(a)}, p50 ${p50}, p99 ${p99}`,
          bare: `${perSecond(b)} bare Fastify and insert`,
          ratio,
          aim: '≥ 1',
          met: ratio >= 1,
        };
      };
      return [
        await compare('new leads', creations),
        await compare(`notes on ${NOTED_LEADS.toLocaleString('en')} leads`, notes),
        { what: 'the list of leads behind the commands, at the end of such a load', measured: distribution(lags) },
      ];
    } finally {
      await bare.stop();
      await product.stop();
    }
  });
}

/** How long it takes until the list shows a lead that is created now. */
async function listBehindMs(api: Api): Promise<number> {
  const begun = performance.now();
  const { id } = await api.post('/api/leads', leadAsSent(0));
  await until(async () => {
    const { items } = await api.get('/api/leads?limit=1&sort=-createdAt');
    return Array.isArray(items) && items.some((item: { readonly id?: unknown }) => item.id === id);
  }, 5);
  return performance.now() - begun;
}

async function notesOnLeads(api: Api): Promise<LoadRequest[]> {
  const requests: LoadRequest[] = [];
  await rateConcurrent(NOTED_LEADS, 20, async (n) => {
    const { id } = await api.post('/api/leads', leadAsSent(n));
    requests.push({ path: `/api/leads/${String(id)}/journal`, body: noteAsSent(n) });
  });
  return requests;
}
