import type { Caller } from '@leadline/service-kit';
import { itemsIn, textIn, type Answer, type DemoApi } from './demo-api.js';
import type { Step } from './step.js';

/** How many commands are on their way at once: enough for the store to commit them together. */
const AT_ONCE = 48;

/**
 * Carries out the stories of all leads in the order in which it all happened, but for what overlaps. Repeating it changes
 * nothing: a command's key follows from its lead and its place in the story.
 * @param reader sees every lead, also where who acted then no longer does
 */
export async function runSteps(api: DemoApi, stories: readonly (readonly Step[])[], reader: Caller): Promise<void> {
  const steps = stories
    .flatMap((story, lead) => story.map((step, number) => ({ ...step, lead, number })))
    .sort((a, b) => a.atMs - b.atMs || a.lead - b.lead || a.number - b.number);
  /** The id of each lead, once all that came before has been done. */
  const leads = new Map<number, Promise<string>>();
  const running = new Set<Promise<string>>();
  for (const { lead, number, ...step } of steps) {
    const before = leads.get(lead) ?? Promise.resolve('');
    const done = before.then((id) => runStep(api, reader, id, step, `demo/lead/${lead}/${number}`));
    leads.set(lead, done);
    running.add(done);
    // Whoever waits below is told of a failure; here it must only not go unseen by the process.
    done.catch(() => undefined).finally(() => running.delete(done));
    if (running.size >= AT_ONCE) await Promise.race(running);
  }
  await Promise.all(leads.values());
}

async function runStep(api: DemoApi, reader: Caller, id: string, step: Step, key: string): Promise<string> {
  const { path, setBackTo, ...request } = step;
  if (path === null) return textIn(await api.send({ ...request, path: '/api/leads', key }), 'id');
  const body =
    setBackTo === undefined
      ? step.body
      : { phaseId: await phaseOf(api, { as: reader, atMs: step.atMs }, id, setBackTo) };
  await api.send({ ...request, path: `/api/leads/${id}${path}`, body, key });
  return id;
}

async function phaseOf(
  api: DemoApi,
  request: { readonly as: Caller; readonly atMs: number },
  id: string,
  number: number,
): Promise<string> {
  const { process } = await api.send({ ...request, method: 'GET', path: `/api/leads/${id}` });
  const phase = phasesIn(process)[number];
  if (!phase) throw new RangeError(`Lead ${id} has no phase ${number}`);
  return textIn(phase, 'id');
}

function phasesIn(process: unknown): readonly Answer[] {
  if (typeof process !== 'object' || process === null || !('phases' in process)) return [];
  return itemsIn({ items: process.phases });
}
