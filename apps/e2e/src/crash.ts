/**
 * Kills Leadline with SIGKILL at random moments of a load of commands, starts it again, and looks: every acknowledged
 * command is there, none is there twice, a command sent again under its key changes nothing, and every read model equals
 * a fresh fold.
 *
 *   npm run crash -- --times 100 --seed 7      on the embedded engine, or on the real ones where they are set
 *
 * The seed repeats the moments of the kills and the mix of commands; how far each command had got at that moment is the
 * machine's affair.
 */
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { signIn, type ApiClient } from './api-client.js';
import { randomNumbers, sendOnce, sendUntilGone, type Sent } from './crash-load.js';
import { startLeadline, until, type LeadlineProcess } from './leadline-process.js';

interface Step {
  readonly event: { readonly id: string; readonly type: string; readonly data?: unknown };
}

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '100' },
    seed: { type: 'string' },
    concurrency: { type: 'string', default: '10' },
  },
});
const times = Number(values.times);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const random = randomNumbers(seed);
const engines = process.env['EVENT_STORE_URL'] === undefined ? 'embedded' : 'real';

console.log(`crash: ${times} kills on the ${engines} engines; again with --seed ${seed}`);
/** One user does the work of many here. */
const env = { RATE_LIMIT_PER_USER: '0' };
let leadline = await startLeadline({ env });
const counts = { sent: 0, acknowledged: 0, resent: 0 };
try {
  for (let kill = 1; kill <= times; kill += 1) {
    const api = await signIn(leadline);
    const load = sendUntilGone(api, {
      run: `${seed}-${Date.now()}-${kill}`,
      random,
      concurrency: Number(values.concurrency),
    });
    await pause(20 + random() * 600);
    await leadline.kill();
    const sent = await load;
    const port = Number(new URL(leadline.url).port);
    leadline = await startLeadline({ dataFolder: leadline.dataFolder, port, env });
    await check(leadline, sent);
    counts.sent += sent.length;
    counts.acknowledged += sent.filter(({ acknowledged }) => acknowledged).length;
    if (kill % 10 === 0 || kill === times) console.log(`crash: ${kill} kills, ${JSON.stringify(counts)}`);
  }
  console.log(`crash: passed. ${times} kills, nothing lost, nothing twice, read models equal to a fresh fold`);
} finally {
  await leadline.dispose();
}

async function check(after: LeadlineProcess, sent: readonly Sent[]): Promise<void> {
  const api = await signIn(after);
  const steps = new Map<string, readonly Step[]>();
  for (const { acknowledged } of sent) {
    if (acknowledged && !steps.has(acknowledged.id)) steps.set(acknowledged.id, await replay(api, acknowledged.id));
  }
  for (const command of sent) {
    const before = command.acknowledged;
    if (before) expectOnce(steps.get(before.id) ?? [], command, 'acknowledged before the kill');
    const again = await sendOnce(api, command);
    counts.resent += 1;
    if (!again) throw new Error(`${command.key} was not answered`);
    if (before && (before.id !== again.id || before.revision !== again.revision)) {
      throw new Error(`${command.key} answered ${JSON.stringify(before)}, then ${JSON.stringify(again)}`);
    }
    if (!before) expectOnce(await replay(api, again.id), command, 'sent again after the kill');
  }
  await expectListed(api, sent);
  for (const readModel of ['leadList', 'leadIdentity']) await verify(api, readModel);
}

/** A read model that is empty or stuck is equal to a fold of what it has seen: so what was made must be in the list. */
async function expectListed(api: ApiClient, sent: readonly Sent[]): Promise<void> {
  const created = sent.filter(({ path }) => path === '/api/leads').at(-1);
  if (!created) return;
  const position = (await api.post(created.path, created.body, { 'idempotency-key': created.key })).headers.get(
    'leadline-position',
  );
  const q = encodeURIComponent(created.mark);
  let found = 0;
  await until(async () => {
    const answer = await api.get<{ items?: readonly { subject: string }[] }>(`/api/leads?q=${q}&limit=200`, {
      ...(position === null ? {} : { 'leadline-position': position }),
    });
    found = answer.body.items?.filter(({ subject }) => subject === created.mark).length ?? 0;
    return answer.status === 200; // until then the worker that was killed is being replaced: 503
  }, 30_000);
  if (found !== 1) throw new Error(`${created.key} is in the list ${found} times`);
}

function expectOnce(steps: readonly Step[], command: Sent, when: string): void {
  const found = steps.filter(({ event }) => JSON.stringify(event).includes(`"${command.mark}"`)).length;
  if (found !== 1) throw new Error(`${command.key}, ${when}, is there ${found} times`);
  const ids = new Set(steps.map(({ event }) => event.id));
  if (ids.size !== steps.length) throw new Error(`An event of ${command.path} is there twice`);
}

async function replay(api: ApiClient, id: string): Promise<readonly Step[]> {
  const { status, body } = await api.get<string | Step>(`/api/leads/${id}/replay`);
  if (status !== 200) throw new Error(`Lead ${id} is gone: ${status}`);
  if (typeof body !== 'string') return [body];
  return body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Step);
}

async function verify(api: ApiClient, readModel: string): Promise<void> {
  const { body } = await api.post<{ jobId: string }>(`/api/operations/read-models/${readModel}/verify`);
  let job: { state?: string; differences?: readonly string[]; error?: string } = {};
  await until(async () => {
    const answer = await api.get<typeof job>(`/api/operations/rebuilds/${body.jobId}`);
    if (answer.status === 200) job = answer.body;
    return job.state === 'done' || job.state === 'failed';
  }, 60_000);
  if (job.state !== 'done' || (job.differences ?? []).length > 0) {
    throw new Error(`${readModel} differs from a fresh fold: ${JSON.stringify(job)}`);
  }
}
