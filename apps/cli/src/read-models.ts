import { setTimeout as pause } from 'node:timers/promises';
import { CliError, type LeadlineApi } from './leadline-api.js';
import { progress } from './progress.js';

interface Job {
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly progress: number;
  readonly done: number;
  readonly differences?: readonly string[];
  readonly error?: string;
}

interface Subscription {
  readonly name: string;
  readonly kind: string;
  readonly caughtUp: boolean;
}

const POLL_MS = 100;

/** Folds read models anew beside the live ones and switches to them: the one named, or all. */
export async function rebuild(api: LeadlineApi, name: string | undefined): Promise<void> {
  for (const readModel of await namesOf(api, name)) {
    const { done } = await run(api, readModel, 'rebuild');
    process.stdout.write(`${readModel}: rebuilt from ${done} events\n`);
  }
}

/** Folds read models anew and compares them with the live ones. @throws CliError where one differs */
export async function verify(api: LeadlineApi, name: string | undefined): Promise<void> {
  const different: string[] = [];
  for (const readModel of await namesOf(api, name)) {
    await untilCaughtUp(api, readModel);
    const { done, differences = [] } = await run(api, readModel, 'verify');
    if (differences.length > 0) different.push(readModel);
    const verdict = differences.length === 0 ? 'equal to a fresh fold' : `differs in ${differences.join(', ')}`;
    process.stdout.write(`${readModel}: ${verdict} (${done} events)\n`);
  }
  if (different.length > 0) throw new CliError(`Rebuild what differs: leadline rebuild ${different.join(' ')}`);
}

async function namesOf(api: LeadlineApi, name: string | undefined): Promise<readonly string[]> {
  if (name !== undefined) return [name];
  return listed(api);
}

async function listed(api: LeadlineApi): Promise<readonly string[]> {
  const { items } = await api.json<{ items: { name: string }[] }>('/api/operations/read-models');
  return items.map((readModel) => readModel.name);
}

/** After a restore a read model begins with nothing, and what is compared then is nothing with nothing. */
async function untilCaughtUp(api: LeadlineApi, readModel: string): Promise<void> {
  if (!(await listed(api)).includes(readModel)) return;
  for (;;) {
    const { items } = await api.json<{ items: Subscription[] }>('/api/operations/subscriptions');
    const partitions = items.filter(({ kind, name }) => kind === 'readModel' && name === readModel);
    if (partitions.length > 0 && partitions.every(({ caughtUp }) => caughtUp)) return;
    await pause(POLL_MS);
  }
}

async function run(api: LeadlineApi, readModel: string, kind: 'rebuild' | 'verify'): Promise<Job> {
  const path = `/api/operations/read-models/${encodeURIComponent(readModel)}/${kind}`;
  const { jobId } = await api.json<{ jobId: string }>(path, { method: 'POST' });
  const bar = progress(`${kind} ${readModel}`);
  try {
    for (;;) {
      const job = await api.json<Job>(`/api/operations/rebuilds/${jobId}`);
      bar.show(job.progress, `${job.done} events`);
      if (job.state === 'failed') throw new CliError(job.error ?? `The ${kind} of ${readModel} failed`);
      if (job.state === 'done') return job;
      await pause(POLL_MS);
    }
  } finally {
    bar.end();
  }
}
