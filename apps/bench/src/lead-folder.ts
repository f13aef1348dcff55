import { handleCommand, newId } from '@leadline/event-sourcing';
import { openSqliteEventStore } from '@leadline/engines/event-store';
import { leadAggregate } from '@leadline/leads-domain';
import { filesIn } from '@leadline/service-kit';
import { join } from 'node:path';
import { signIn, type Api } from './api.js';
import { rateConcurrent } from './measure.js';
import { startProduct } from './processes.js';
import { commandOf, LONGEST_LIFE, lifeOf } from './sample-leads.js';

/** The data of an installation with many leads, nobody using it at the moment. */
export interface LeadFolder {
  readonly path: string;
  readonly leads: number;
  readonly events: number;
  readonly agents: readonly string[];
}

const AGENTS = 40;
/** So many leads arrive before the next thing happens to a lead: its events lie wide apart in the log, as in life. */
const LEADS_BETWEEN_COMMANDS = 1_000;

/** Makes it all by commands, many at a time. */
export async function fillLeadFolder(folder: string, leads: number): Promise<LeadFolder> {
  const path = join(folder, 'data');
  const agents = await registerAgents(path);
  const ids = Array.from({ length: leads }, newId);
  const store = openSqliteEventStore({ file: filesIn(path).events });
  let events = 0;
  try {
    const rounds = leads + (LONGEST_LIFE - 1) * LEADS_BETWEEN_COMMANDS;
    await rateConcurrent(rounds, 100, async (round) => {
      for (let step = 0; step < LONGEST_LIFE; step += 1) {
        const n = round - step * LEADS_BETWEEN_COMMANDS;
        const id = ids[n];
        if (id === undefined || step >= lifeOf(n)) continue;
        await handleCommand(store, leadAggregate, id, commandOf(n, step, agents));
        events += 1;
      }
    });
  } finally {
    await store.close();
  }
  return { path, leads, events, agents };
}

async function registerAgents(path: string): Promise<readonly string[]> {
  const product = await startProduct(path);
  try {
    const api = await signIn(product.url);
    const agents: string[] = [];
    for (let n = 0; n < AGENTS; n += 1) {
      const user = { email: `agent${n}@leadline.example`, name: `Agent ${n}`, role: 'agent' };
      agents.push(String((await api.post('/api/identity/users', user)).id));
    }
    return agents;
  } finally {
    await product.stop();
  }
}

/** Waits until all work behind the commands has seen everything. */
export async function caughtUp(api: Api): Promise<void> {
  await until(async () => {
    const { items } = await api.get('/api/operations/subscriptions');
    return Array.isArray(items) && items.every((item: { caughtUp?: unknown }) => item.caughtUp === true);
  });
}

/** Asks until it is so. @throws Error after ten minutes */
export async function until(isSo: () => Promise<boolean>, everyMs = 100): Promise<void> {
  const deadline = performance.now() + 600_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('It did not come true in ten minutes');
    await new Promise((wake) => setTimeout(wake, everyMs));
  }
}
