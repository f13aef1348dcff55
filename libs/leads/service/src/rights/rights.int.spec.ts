import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nameId, newId } from '@leadline/event-sourcing';
import { importClient } from '../import/testing/import-client.js';
import { callers, SOUTH, startLeadsApi, type LeadsApi, type Token } from '../testing/leads-api.js';

let api: LeadsApi;
let nowMs = Date.parse('2026-11-02T09:00:00.000Z');
const id = (name: Exclude<Token, 'website'>): string => callers[name].actor.id;
const leads: Record<string, string> = {};

beforeAll(async () => {
  api = await startLeadsApi({ now: () => new Date(nowMs).toISOString(), nowMs: () => nowMs });
  for (const token of ['ada', 'ben', 'cleo', 'sue', 'sam', 'website'] as const) {
    leads[token] = await api.create({ subject: `Lead of ${token}` }, token);
  }
  await api.caughtUp();
});
afterAll(() => api.close());

/** Whose leads the caller finds, in every way there is to find them. */
async function seenBy(token: Token): Promise<string[]> {
  const { body } = await api.get('?limit=200&q=lead', token).expect(200);
  const listed: string[] = body.items.map((item: { subject: string }) => item.subject).sort();
  const facets = (await api.get('/facets?q=lead', token).expect(200)).body;
  expect(facets.status.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(listed.length);
  const { text } = await api.get('/export?q=lead', token).expect(200);
  expect(text.trim().split('\r\n')).toHaveLength(listed.length + 1);
  for (const [name, leadId] of Object.entries(leads)) {
    const expected = listed.includes(`Lead of ${name}`) ? 200 : 404;
    for (const part of ['', '/timeline', '/history', '/journal', '/replay', '/as-of?revision=0']) {
      await api.get(`/${leadId}${part}`, token).expect(expected);
    }
    await api.post(`/${leadId}/reactivate`, {}, token).expect(expected);
  }
  return listed.map((subject) => subject.replace('Lead of ', ''));
}

describe('reach', () => {
  it.each<[Token, string[]]>([
    ['ada', ['ada', 'website']],
    ['sue', ['ada', 'ben', 'sue', 'website']],
    ['sam', ['cleo', 'sam', 'website']],
    ['root', ['ada', 'ben', 'cleo', 'sam', 'sue', 'website']],
    ['website', ['ada', 'ben', 'cleo', 'sam', 'sue', 'website']],
  ])('of %s', async (token, expected) => expect(await seenBy(token)).toEqual(expected));

  it('follows who joins a team and who leaves it, within moments', async () => {
    await api.record(id('ben'), { supervisorId: null, teamIds: [SOUTH] });
    await api.caughtUp();
    nowMs += 2_001;
    expect(await seenBy('sue')).toEqual(['ada', 'sue', 'website']);
    expect(await seenBy('sam')).toEqual(['ben', 'cleo', 'sam', 'website']);
    await api.record(id('ben'), { supervisorId: id('sue'), teamIds: [] });
    await api.caughtUp();
    nowMs += 2_001;
    expect(await seenBy('sam')).toEqual(['cleo', 'sam', 'website']);
  });

  it('of a supervisor’s import includes who asked for it', async () => {
    const { body } = await importClient(api).upload('subject,email\nx,x@example.com\n');
    await api.caughtUp();
    await api.get(`/imports/${body.importId}`, 'sue').expect(200);
    await api.get(`/imports/${body.importId}`, 'root').expect(200);
    await api.get(`/imports/${body.importId}`, 'sam').expect(404);
    await api.get(`/imports/${body.importId}`, 'ben').expect(404);
  });
});

const assign = (lead: string, assigneeId: string | null, token: Token) =>
  api.post(`/${lead}/assign`, { assigneeId }, token);

describe('giving a lead to somebody', () => {
  it('is for who may give to them', async () => {
    const lead = await api.create({}, 'cleo');
    const refused = await assign(lead, id('ada'), 'cleo').expect(400);
    expect(refused.body.errors).toMatchObject([{ field: 'assigneeId', code: 'notAssignable' }]);
    await api.patch(`/${lead}`, { assigneeId: id('ada') }, 'cleo').expect(400);
    await api.post('', { subject: 'x', customer: { familyName: 'X' }, assigneeId: id('ada') }, 'cleo').expect(400);
    await assign(lead, id('sam'), 'cleo').expect(200);
    await assign(lead, id('cleo'), 'sam').expect(200);
    await assign(lead, id('ada'), 'sam').expect(400);
    await assign(lead, id('ada'), 'root').expect(200);
    await assign(lead, id('cleo'), 'website').expect(200);
  });

  it('may be giving it back to the pool, where everybody sees it', async () => {
    const lead = await api.create({}, 'cleo');
    await api.get(`/${lead}`, 'ada').expect(404);
    await assign(lead, null, 'cleo').expect(200);
    const { body } = await api.get(`/${lead}`, 'ada').expect(200);
    expect([body.status, body.assignee]).toEqual(['open', undefined]);
    await api.post(`/${lead}/accept`, {}, 'ada').expect(200);
    await api.patch(`/${lead}`, { assigneeId: null }, 'ada').expect(200);
    await api.get(`/${lead}`, 'cleo').expect(200);
  });

  it('out of a file as well', async () => {
    const csv =
      'subject,email,assigneeEmail\nMine,a@example.com,ben@example.com\nNot mine,b@example.com,cleo@example.com\n';
    const { lines } = await importClient(api).imported(csv);
    expect(lines.map(({ outcome, reasons }) => [outcome, reasons?.length])).toEqual([
      ['created', undefined],
      ['created', 1],
    ]);
    expect((await api.get(`/${lines[0]?.leadId}`, 'ben')).body.assignee.name).toBe('Ben');
    expect((await api.get(`/${lines[1]?.leadId}`, 'ada')).body.status).toBe('open');
  });
});

describe('the users for a choice', () => {
  const names = async (token: Token, query = ''): Promise<string[]> => {
    const { body } = await api.get(`/users?limit=200${query}`, token).expect(200);
    return body.items.map(({ name }: { name: string }) => name);
  };

  it('are those to whom the caller may give leads, by name', async () => {
    expect(await names('cleo')).toEqual(['Cleo', 'Sam']);
    expect(await names('ada')).toEqual(['Ada', 'Ben', 'Root', 'Sue', 'Utah']);
    expect(await names('root')).toEqual(['Ada', 'Ben', 'Cleo', 'Root', 'Sam', 'Sue', 'Utah']);
    expect(await names('website')).toHaveLength(7);
    expect(await names('root', '&q=sa')).toEqual(['Sam']);
    expect((await api.get('/users?limit=1', 'cleo')).body).toMatchObject({
      items: [{ id: id('cleo'), name: 'Cleo', role: 'agent' }],
      total: 2,
    });
  });

  it('are just those of whom an assignment is taken', async () => {
    const everybody = (await api.get('/users?limit=200', 'root')).body.items;
    for (const token of ['ada', 'cleo', 'sue', 'sam'] as const) {
      const allowed = await names(token);
      for (const { id: assigneeId, name } of everybody) {
        const lead = await api.create({}, token);
        await assign(lead, assigneeId, token).expect(allowed.includes(name) ? 200 : 400);
      }
    }
  });
});

describe('a user who is deactivated', () => {
  const leave = async (user: string): Promise<void> => {
    await api.record(user, { active: false });
    await api.caughtUp();
  };
  const newUser = async (more: object = {}): Promise<string> => {
    const user = newId();
    await api.record(user, { name: 'Eva', role: 'agent', ...more });
    return user;
  };
  const given = async (user: string): Promise<string> => {
    const lead = await api.create({ assigneeId: user }, 'root');
    await api.caughtUp();
    return lead;
  };

  it('leaves what they work on to their supervisor, and says why', async () => {
    const eva = await newUser({ supervisorId: id('sue') });
    const [open, put, closed] = [await given(eva), await given(eva), await given(eva)];
    await api.post(`/${put}/deactivate`, {}, 'root').expect(200);
    const { body: shop } = await api.post(
      '/marketplaces',
      { name: 'Loose', phases: [{ name: 'All' }], strictClose: false },
      'root',
    );
    await api.patch(`/${closed}`, { marketplaceId: shop.id }, 'root').expect(200);
    const reasons = (await api.get('/closing-reasons', 'root')).body.items;
    const reasonId = reasons.find(({ outcome }: { outcome: string }) => outcome === 'lost').id;
    await api.post(`/${closed}/lose`, { reasonId }, 'root').expect(200);
    await leave(eva);

    expect((await api.get(`/${open}`, 'root')).body.assigneeId).toBe(id('sue'));
    const [last] = (await api.get(`/${open}/history`, 'root')).body.items;
    expect(last).toMatchObject({ event: 'LeadAssigned', actor: { kind: 'system' }, cause: expect.any(String) });
    expect((await api.get(`/${put}`, 'root')).body.assigneeId).toBe(eva);
    expect((await api.get(`/${closed}`, 'root')).body.assigneeId).toBe(eva);

    await api.post(`/${put}/reactivate`, {}, 'root').expect(200);
    await api.post(`/${closed}/reopen`, {}, 'root').expect(200);
    await api.caughtUp();
    for (const lead of [put, closed]) expect((await api.get(`/${lead}`, 'sue')).body.assigneeId).toBe(id('sue'));
  });

  it('leaves it to the pool where there is no supervisor, or the supervisor has left as well', async () => {
    const [one, other] = [nameId('one'), nameId('other')];
    await api.record(one, { name: 'One', role: 'supervisor', supervisorId: other });
    await api.record(other, { name: 'Other', role: 'supervisor', supervisorId: one });
    const [alone, circle] = [await newUser(), await newUser({ supervisorId: one })];
    const [first, second] = [await given(alone), await given(circle)];
    for (const user of [one, other, alone, circle]) await leave(user);
    for (const lead of [first, second]) expect((await api.get(`/${lead}`, 'ada')).body.status).toBe('open');
  });
});
