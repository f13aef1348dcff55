import { join } from 'node:path';
import { signIn, type Api } from '../api.js';
import { load, type LoadRequest, type LoadResult } from '../load.js';
import { inTurn, median, rateConcurrent } from '../measure.js';
import { startBareServer, startProduct } from '../processes.js';
import { milliseconds, perSecond, type Row } from '../report.js';
import { leadAsSent, noteAsSent } from '../sample-leads.js';
import { withFolder } from '../temporary-folder.js';

const NEW_LEADS = 500;
/** So many that none gets more than some dozens of notes. */
const NOTED_LEADS = 2_000;

/** The whole product over HTTP against Fastify with one durable insert per request: what everything else costs. */
export function http({ quick }: { readonly quick: boolean }): Promise<Row[]> {
  const rounds = quick ? 2 : 4;
  const seconds = quick ? 2 : 4;
  return withFolder(async (folder) => {
    const product = await startProduct(join(folder, 'data'));
    const bare = await startBareServer(join(folder, 'bare.sqlite'));
    try {
      const api = await signIn(product.url);
      const creations = Array.from({ length: NEW_LEADS }, (_, n) => ({ path: '/api/leads', body: leadAsSent(n) }));
      const notes = await notesOnLeads(api);
      const compare = async (what: string, requests: readonly LoadRequest[]): Promise<Row> => {
        const latencies: LoadResult[] = [];
        await load(product.url, api.authorization, requests, 2);
        await load(bare.url, api.authorization, requests, 1);
        const { a, b, ratio } = await inTurn(
          rounds,
          async () => {
            const result = await load(product.url, api.authorization, requests, seconds);
            latencies.push(result);
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
      return [await compare('new leads', creations), await compare(`notes on ${NOTED_LEADS} leads`, notes)];
    } finally {
      await bare.stop();
      await product.stop();
    }
  });
}

async function notesOnLeads(api: Api): Promise<LoadRequest[]> {
  const requests: LoadRequest[] = [];
  await rateConcurrent(NOTED_LEADS, 20, async (n) => {
    const { id } = await api.post('/api/leads', leadAsSent(n));
    requests.push({ path: `/api/leads/${String(id)}/journal`, body: noteAsSent(n) });
  });
  return requests;
}
