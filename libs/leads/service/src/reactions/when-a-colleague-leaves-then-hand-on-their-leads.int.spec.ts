import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '@leadline/event-sourcing';
import { colleagueAggregate } from '@leadline/leads-domain';
import { callers, startLeadsApi, type LeadsApi } from '../testing/leads-api.js';
import { whenAColleagueLeavesThenHandOnTheirLeads } from './when-a-colleague-leaves-then-hand-on-their-leads.js';

const ben = callers.ben.actor.id;
const ada = callers.ada.actor.id;
const sue = callers.sue.actor.id;

let api: LeadsApi;
beforeAll(async () => {
  api = await startLeadsApi();
});
afterAll(() => api.close());

async function lastEventOf(user: string): Promise<StoredEvent> {
  let last: StoredEvent | undefined;
  for await (const event of api.engines.eventStore.readStream(colleagueAggregate.codec.streamOf(user))) last = event;
  if (!last) throw new Error(`${user} has no events`);
  return last;
}

/** How often each lead was handed on, and to whom. */
async function handedOn(leads: readonly string[]): Promise<string[][]> {
  const histories = leads.map(async (lead) => {
    const { items } = (await api.get(`/${lead}/history`, 'root').expect(200)).body;
    const assigned = items.filter(({ event }: { event: string }) => event === 'LeadAssigned');
    return assigned.map(({ changes }: { changes: { to: string }[] }) => changes[0]?.to);
  });
  return Promise.all(histories);
}

const create = (token: 'ada' | 'ben', count: number) =>
  Promise.all(Array.from({ length: count }, () => api.create({}, token)));

describe('the leads of somebody who leaves', () => {
  it('are handed on once each, also where two workers do it at once', async () => {
    const leads = await create('ada', 60);
    await api.caughtUp();
    await api.record(ada, { active: false });
    const signal = new AbortController().signal;
    const event = await lastEventOf(ada);
    await Promise.all([whenAColleagueLeavesThenHandOnTheirLeads(api.app).handle(event, { signal }), api.caughtUp()]);
    expect(await handedOn(leads)).toEqual(leads.map(() => [sue]));
  });

  it('are handed on once each, also where the work is cut short', async () => {
    const leads = await create('ben', 60);
    await api.caughtUp();
    await api.worker.stop();
    await api.record(ben, { active: false });
    const event = await lastEventOf(ben);
    const { handle } = whenAColleagueLeavesThenHandOnTheirLeads(api.app);

    const killed = new AbortController();
    let looks = 0;
    Object.defineProperty(killed.signal, 'throwIfAborted', {
      value: () => {
        looks += 1;
        if (looks > 1) throw new Error('killed');
      },
    });
    await expect(handle(event, { signal: killed.signal })).rejects.toThrow('killed');
    expect((await handedOn(leads)).filter((times) => times.length > 0)).toHaveLength(50);

    for (let n = 0; n < 2; n += 1) await handle(event, { signal: new AbortController().signal });
    expect(await handedOn(leads)).toEqual(leads.map(() => [sue]));
  });
});
