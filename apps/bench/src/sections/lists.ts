import { signIn, type Api } from '../api.js';
import type { Bench } from '../bench.js';
import { asker, distribution, type Asker } from '../latency.js';
import { caughtUp, until, type LeadFolder } from '../lead-folder.js';
import { quantile } from '../measure.js';
import { startProduct } from '../processes.js';
import { megabytes, type Row } from '../report.js';

type Kind = 'list' | 'search' | 'facets';
type Query = readonly [kind: Kind, textOf: (n: number) => string];
type Latencies = Readonly<Record<Kind, number[]>>;

/** Lists, searches and facets over HTTP, one after another, and the same while the list is rebuilt. */
export async function lists({ quick, leadFolder }: Bench): Promise<Row[]> {
  const folder = await leadFolder();
  const product = await startProduct(folder.path);
  const api = await signIn(product.url);
  const client = asker(product.url, api.authorization);
  try {
    await caughtUp(api);
    const queries = queriesOn(folder);
    await askAll(client, queries, 20);
    const quiet = await askAll(client, queries, quick ? 60 : 200);
    const jobId = String((await api.post('/api/operations/read-models/leadList/rebuild')).jobId);
    const busy = await askAll(client, queries, quick ? 60 : 150, () => isRunning(api, jobId));
    await until(async () => !(await isRunning(api, jobId)));
    const at = `at ${folder.leads.toLocaleString('en')} leads`;
    return [
      latencyRow(`lists ${at}: filters, sorts, pages, with total`, quiet.list, 10),
      latencyRow(`searches ${at}`, quiet.search, 30),
      latencyRow(`facets ${at}`, quiet.facets),
      slowdownRow('lists while rebuilding', busy.list, quiet.list),
      slowdownRow('searches while rebuilding', busy.search, quiet.search),
      slowdownRow('facets while rebuilding', busy.facets, quiet.facets),
      { what: 'memory after lists and a rebuild, whole process', measured: megabytes(product.memory().peakBytes) },
    ];
  } finally {
    client.close();
    await product.stop();
  }
}

function latencyRow(what: string, values: readonly number[], p95AimMs?: number): Row {
  const row = { what, measured: distribution(values) };
  if (p95AimMs === undefined) return row;
  return { ...row, aim: `p95 < ${p95AimMs} ms`, met: quantile(values, 0.95) < p95AimMs };
}

function slowdownRow(what: string, busy: readonly number[], quiet: readonly number[]): Row {
  const ratio = quantile(busy, 0.95) / quantile(quiet, 0.95);
  return { what, measured: distribution(busy), bare: distribution(quiet), ratio, aim: 'p95 ≤ 2 ×', met: ratio <= 2 };
}

/** What people do with a list. The n-th time the same is asked, it is asked of another agent, day or name. */
function queriesOn({ agents, leads }: LeadFolder): readonly Query[] {
  const agent = (n: number): string => agents[n % agents.length] ?? '';
  const names = ['Müller', 'schmidt', 'weiss', 'Oezdemir', 'Garcia', 'jensen', 'Rossi', 'nowak'];
  const name = (n: number): string => encodeURIComponent(names[n % names.length] ?? '');
  const some = (n: number): number => (n * 7_919) % leads;
  return [
    ['list', () => ''],
    ['list', () => '?status=inProgress'],
    ['list', () => '?status=open,won,lost'],
    ['list', (n) => `?assigneeId=${agent(n)}`],
    ['list', (n) => `?assigneeId=${agent(n)}&status=inProgress&sort=customer`],
    ['list', (n) => `?assigneeId=${agent(n)},${agent(n + 7)}&sort=-receivedAt`],
    ['list', () => '?sort=subject&limit=200'],
    ['list', () => '?sort=customer'],
    ['list', () => '?sort=phase,-lastActivityAt'],
    ['search', name],
    ['search', (n) => `kunde${some(n)}`],
    ['search', (n) => `${name(n)}%20w%C3%A4rme`],
    ['search', (n) => `0174${String(some(n)).padStart(7, '0')}`],
    ['search', () => 'h'],
    ['facets', () => ''],
    ['facets', (n) => `?assigneeId=${agent(n)}`],
  ];
}

async function askAll(
  client: Asker,
  queries: readonly Query[],
  rounds: number,
  goesOn: () => Promise<boolean> = async () => true,
): Promise<Latencies> {
  const found: Latencies = { list: [], search: [], facets: [] };
  for (let n = 0; n < rounds && (await goesOn()); n += 1) {
    for (const [kind, query] of queries) found[kind].push(await client.ask(pathOf(kind, query(n))));
  }
  return found;
}

function pathOf(kind: Kind, query: string): string {
  switch (kind) {
    case 'list':
      return `/api/leads${query}`;
    case 'search':
      return `/api/leads?q=${query}`;
    case 'facets':
      return `/api/leads/facets${query}`;
  }
}

async function isRunning(api: Api, jobId: string): Promise<boolean> {
  const { state, error } = await api.get(`/api/operations/rebuilds/${jobId}`);
  if (state === 'failed') throw new Error(`The rebuild failed: ${String(error)}`);
  return state !== 'done';
}
