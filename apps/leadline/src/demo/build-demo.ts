import type { Caller, Config, Engines, ServiceDefinition } from '@leadline/service-kit';
import type { DemoPlan } from './demo-folder.js';
import { itemsIn, openDemoApi, textIn, type DemoApi } from './demo-api.js';
import { setUp } from './installation.js';
import { readExampleLeads } from './lead-rows.js';
import { tellLead } from './lead-story.js';
import { runSteps } from './run-steps.js';
import { untilThere } from './until-there.js';
import { DAY_MS } from './working-time.js';

/** How long leads have been coming in. */
const DAYS = 122;

/** How long ago the firm was set up. */
export const DEMO_START_DAYS = DAYS + 2;

/** Looks about before there is anybody, and where nobody else may. Does nothing. */
const FOUNDER: Caller = {
  actor: { kind: 'system', id: 'leadline-demo', name: 'Leadline' },
  role: 'administrator',
  language: 'de',
  timeZone: 'Europe/Berlin',
};

/**
 * Builds the demo in engines whose work is running: the firm, and what happened to its leads, all of it by commands over
 * the product's own API with the clock set to when they were sent. What is there already is left as it is.
 * @throws DemoRefusal
 */
export async function buildDemo(
  services: readonly ServiceDefinition[],
  engines: Engines,
  config: Config,
  plan: Pick<DemoPlan, 'seed' | 'now' | 'password'>,
): Promise<void> {
  const api = await openDemoApi(services, engines, config);
  try {
    const nowMs = Date.parse(plan.now);
    const startMs = nowMs - DEMO_START_DAYS * DAY_MS;
    const administrator = await administratorOf(api, config.admin.email, startMs);
    const installation = await setUp(api, administrator, plan.password, startMs);
    const rows = await readExampleLeads();
    const span = { fromMs: nowMs - DAYS * DAY_MS, toMs: nowMs };
    const stories = rows.map((row, index) =>
      tellLead(row, { index, count: rows.length, seed: plan.seed }, installation, span),
    );
    await runSteps(api, stories, FOUNDER);
  } finally {
    await api.close();
  }
}

/** The first administrator, who was made before this by the process itself: no position to wait for. */
async function administratorOf(api: DemoApi, email: string, atMs: number): Promise<Caller> {
  return untilThere(async () => {
    const users = itemsIn(await api.send({ atMs, as: FOUNDER, method: 'GET', path: '/api/identity/users?limit=100' }));
    const found = users.find((user) => user['email'] === email);
    return found && { ...FOUNDER, actor: { kind: 'user', id: textIn(found, 'id'), name: textIn(found, 'name') } };
  });
}
