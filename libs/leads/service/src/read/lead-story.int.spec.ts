import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Lead } from '@leadline/leads-contracts';
import { callers, startLeadsApi, type LeadsApi } from '../testing/leads-api.js';

let api: LeadsApi;
let id: string;
/** The lead as it was read after each step. */
const seen: Lead[] = [];

beforeAll(async () => {
  api = await startLeadsApi();
  const step = async (action: string, body?: object): Promise<void> => {
    await (action === '' ? api.patch(`/${id}`, body ?? {}) : api.post(`/${id}/${action}`, body)).expect(({ status }) =>
      expect([200, 201]).toContain(status),
    );
    seen.push((await api.get(`/${id}`)).body);
  };
  id = await api.create({ subject: 'Heat pump', customer: { familyName: 'Müller' } }, 'website');
  seen.push((await api.get(`/${id}`)).body);
  await step('accept');
  await step('', { subject: 'Boiler', customer: { address: { city: 'Worms' } } });
  await step('phases/advance');
  await step('journal', { kind: 'note', text: 'Wants two' });
  await step('phases/set-back', { phaseId: seen[0]?.process.phases[0]?.id });
  await step('deactivate');
  await step('reactivate');
});
afterAll(() => api.close());

const ndjson = (text: string): { state: Lead; event: { type: string; text: string }; changes: unknown[] }[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a lead as of', () => {
  it('any revision is just as it was read then', async () => {
    for (const lead of seen) {
      const { body } = await api.get(`/${id}/as-of?revision=${lead.revision}`).expect(200);
      const { asOf, ...then } = body;
      expect(then).toEqual(lead);
      expect(asOf).toEqual({ revision: lead.revision, at: lead.lastActivityAt });
    }
  });

  it('an instant is as it was then', async () => {
    for (const { lastActivityAt } of seen) {
      const { body } = await api.get(`/${id}/as-of?at=${lastActivityAt}`).expect(200);
      expect(body.asOf.at).toBe(lastActivityAt);
    }
    expect((await api.get(`/${id}/as-of?at=2100-01-01T00:00:00Z`)).body.revision).toBe(7);
  });

  it('a time before it, or a revision it does not have, is not there', async () => {
    await api.get(`/${id}/as-of?at=2001-01-01T00:00:00Z`).expect(404);
    await api.get(`/${id}/as-of?revision=8`).expect(404);
  });

  it.each(['', 'revision=1&at=2100-01-01T00:00:00Z', 'revision=-1', 'revision=x', 'at=yesterday', 'at='])(
    '"%s" is refused',
    (query) => api.get(`/${id}/as-of?${query}`).expect(400),
  );
});

describe('a replay', () => {
  it('streams each step: the event, the lead after it, the difference', async () => {
    const { text, headers } = await api.get(`/${id}/replay`).expect(200);
    expect(headers['content-type']).toContain('application/x-ndjson');
    const steps = ndjson(text);
    expect(steps.map(({ state }) => state)).toEqual(seen);
    expect(steps.map(({ event }) => event.type)).toEqual([
      'LeadCreated',
      'LeadAccepted',
      'LeadCorrected',
      'LeadPhaseAdvanced',
      'LeadJournalEntryAdded',
      'LeadSetBack',
      'LeadDeactivated',
      'LeadReactivated',
    ]);
    expect(steps[2]?.changes).toEqual([
      { field: 'subject', from: 'Heat pump', to: 'Boiler' },
      { field: 'customer.address.city', from: null, to: 'Worms' },
    ]);
  });

  it('says of each step the sentence of the timeline, and what ids are called', async () => {
    const steps = ndjson((await api.get(`/${id}/replay`).expect(200)).text);
    const { items } = (await api.get(`/${id}/timeline`).expect(200)).body;
    expect(steps.map(({ event }) => event.text)).toEqual(items.map(({ text }: { text: string }) => text).reverse());
    expect(steps[1]?.changes).toContainEqual({
      field: 'assigneeId',
      from: null,
      to: callers.ada.actor.id,
      toName: 'Ada',
    });
  });
});

describe('the history', () => {
  it('tells each change with who and when, newest first', async () => {
    const { body } = await api.get(`/${id}/history`).expect(200);
    expect(body.items.map(({ revision }: { revision: number }) => revision)).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
    expect(body.items[4]).toEqual({
      revision: 3,
      at: seen[3]?.lastActivityAt,
      actor: callers.ada.actor,
      event: 'LeadPhaseAdvanced',
      changes: [{ field: 'phase', from: 'Qualify', to: 'Contact' }],
    });
    expect(body.items[6].changes).toEqual([
      { field: 'status', from: 'open', to: 'inProgress' },
      { field: 'assigneeId', from: null, to: callers.ada.actor.id, toName: 'Ada' },
    ]);
  });

  it('goes page by page, undisturbed by what is added meanwhile', async () => {
    const first = (await api.get(`/${id}/history?limit=5`).expect(200)).body;
    await api.post(`/${id}/journal`, { kind: 'note', text: 'Meanwhile' }).expect(201);
    const second = (await api.get(`/${id}/history?limit=5&after=${first.next}`).expect(200)).body;
    expect([...first.items, ...second.items].map(({ revision }) => revision)).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
    expect(second.next).toBeNull();
    await api.get(`/${id}/history?after=99`).expect(400);
    await api.get(`/${id}/history?after=x`).expect(400);
  });
});

describe('the timeline', () => {
  it('tells the story in the language of who reads it', async () => {
    const english = (await api.get(`/${id}/timeline?limit=200`, 'sue').expect(200)).body;
    expect(
      english.items
        .map(({ text }: { text: string }) => text)
        .reverse()
        .slice(0, 4),
    ).toEqual([
      'Received: “Heat pump” from Müller',
      'Accepted by Ada',
      'Corrected: subject, address',
      'Phase “Qualify” completed, now in “Contact”',
    ]);
    const german = (await api.get(`/${id}/timeline`, 'root').expect(200)).body;
    expect(german.items.at(-2)).toMatchObject({
      text: 'Angenommen von Ada',
      revision: 1,
      kind: 'LeadAccepted',
      actor: callers.ada.actor,
      links: [{ kind: 'user', id: callers.ada.actor.id, name: 'Ada' }],
    });
  });
});
