import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@leadline/event-sourcing';
import { callers, startLeadsApi, type LeadsApi, type Token } from '../testing/leads-api.js';

let api: LeadsApi;
/** A Monday, ten o'clock in Berlin. */
const START = Date.parse('2026-11-02T09:00:00.000Z');
let nowMs = START;

beforeAll(async () => {
  api = await startLeadsApi({ now: () => new Date(nowMs).toISOString(), nowMs: () => nowMs });
});
afterAll(() => api.close());

const at = (localTime: string) => ({ localTime, timeZone: 'Europe/Berlin' });
const put = (id: string, body: object, token: Token = 'ada') => api.request('put', `/${id}/resubmission`, body, token);
const read = async (id: string) => (await api.get(`/${id}`, 'root').expect(200)).body;

describe('a resubmission', () => {
  it('is set, put off, and done', async () => {
    const id = await api.create();
    await put(id, at('2026-11-02T12:00')).expect(200);
    expect(await read(id)).toMatchObject({
      resubmission: { ...at('2026-11-02T12:00'), at: '2026-11-02T11:00:00.000Z', state: 'scheduled', postponed: 0 },
      light: 'yellow',
      due: '2026-11-02T11:00:00.000Z',
    });
    await put(id, at('2026-11-04T12:00')).expect(200);
    const later = await read(id);
    expect([later.resubmission.postponed, later.light]).toEqual([1, 'green']);
    expect((await put(id, at('2026-11-04T12:00')).expect(200)).body.revision).toBe(later.revision);
    await api.post(`/${id}/resubmission/done`).expect(200);
    await api.post(`/${id}/resubmission/done`).expect(200);
    const done = await read(id);
    expect([done.resubmission, done.due, done.light]).toEqual([undefined, undefined, 'green']);
  });

  it('becomes due by the clock alone', async () => {
    const id = await api.create({ resubmission: at('2026-11-02T10:30') });
    nowMs = Date.parse('2026-11-02T09:30:00.000Z');
    try {
      expect(await read(id)).toMatchObject({ resubmission: { state: 'due' }, light: 'red' });
    } finally {
      nowMs = START;
    }
  });

  it.each([
    ['left out by a clock change: with the offset before it', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['that comes twice: the first', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ])('at a time %s', async (_which, localTime, instant) => {
    const id = await api.create();
    await put(id, at(localTime)).expect(200);
    expect((await read(id)).resubmission).toMatchObject({ localTime, at: instant, state: 'due' });
  });

  it.each([
    [{ localTime: '2026-02-30T10:00', timeZone: 'Europe/Berlin' }, 'localTime'],
    [{ localTime: '2026-11-02T10:00:00Z', timeZone: 'Europe/Berlin' }, 'localTime'],
    [{ localTime: '2026-11-02T10:00', timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ localTime: '2026-11-02T10:00', timeZone: '+02:00' }, 'timeZone'],
    [{ localTime: '2026-11-02T10:00' }, 'timeZone'],
  ])('refuses %j, and says so at the field', async (body, field) => {
    const id = await api.create();
    expect((await put(id, body).expect(400)).body.errors[0].field).toBe(field);
    const lead = { subject: 'x', customer: { familyName: 'X' }, resubmission: body };
    expect((await api.post('', lead).expect(400)).body.errors[0].field).toBe(`resubmission.${field}`);
  });

  it('is cancelled by hand, and by closing; reopening may set another', async () => {
    const { body } = await api.post(
      '/marketplaces',
      { name: newId(), phases: [{ name: 'All' }], strictClose: false },
      'root',
    );
    const id = await api.create({ resubmission: at('2026-11-03T10:00'), marketplaceId: body.id });
    await api.request('delete', `/${id}/resubmission`).expect(200);
    expect(await read(id)).not.toHaveProperty('resubmission');
    await put(id, at('2026-11-03T10:00')).expect(200);
    const reasons = (await api.get('/closing-reasons')).body.items;
    const { id: reasonId } = reasons.find(({ outcome }: { outcome: string }) => outcome === 'lost');
    await api.post(`/${id}/lose`, { reasonId }).expect(200);
    expect(await read(id)).not.toHaveProperty('resubmission');
    expect((await put(id, at('2026-11-04T10:00')).expect(409)).body.code).toBe('lead.closed');
    await api.post(`/${id}/reopen`, { resubmission: at('2026-11-05T10:00') }).expect(200);
    expect((await read(id)).resubmission).toMatchObject({ ...at('2026-11-05T10:00'), postponed: 0 });
  });

  it('is reopened without one where the body is left out', async () => {
    const id = await api.create();
    await api.request('post', `/${id}/reopen`, undefined).expect(200);
  });

  it('pauses while the lead is put away, and is overdue at once when it comes back late', async () => {
    const id = await api.create({ resubmission: at('2026-11-02T09:00') });
    await api.post(`/${id}/deactivate`).expect(200);
    expect(await read(id)).toMatchObject({ resubmission: { state: 'paused' }, light: 'green' });
    expect(await read(id)).not.toHaveProperty('due');
    await api.post(`/${id}/reactivate`).expect(200);
    expect(await read(id)).toMatchObject({ resubmission: { state: 'due' }, light: 'red' });
  });

  it('of a lead out of reach finds none', async () => {
    const id = await api.create({}, 'cleo');
    await put(id, at('2026-11-04T12:00')).expect(404);
    await api.request('delete', `/${id}/resubmission`).expect(404);
  });

  it('is told as of then, how urgent it was included', async () => {
    const id = await api.create({ resubmission: at('2026-11-02T10:30') });
    const asOf = async (query: string) => (await api.get(`/${id}/as-of?${query}`).expect(200)).body.light;
    expect(await asOf('revision=1')).toBe('yellow');
    expect(await asOf('at=2026-11-02T09:29:59Z')).toBe('yellow');
    expect(await asOf('at=2026-11-02T09:31:00Z')).toBe('red');
  });
});

describe('the list of what is due', () => {
  const TAG = newId();
  const find = async (query: string, token: Token = 'ada'): Promise<string[]> => {
    const { body } = await api.get(`?q=${TAG}&limit=200&${query}`, token).expect(200);
    return body.items.map(({ subject }: { subject: string }) => subject.split(' ')[0]);
  };

  beforeAll(async () => {
    const make = (name: string, localTime?: string) =>
      api.create({ subject: `${name} ${TAG}`, ...(localTime ? { resubmission: at(localTime) } : {}) });
    await make('yesterday', '2026-11-01T23:59');
    await make('midnight', '2026-11-02T00:00');
    await make('tonight', '2026-11-02T23:59');
    await make('tomorrow', '2026-11-03T10:00');
    await make('later', '2026-11-03T10:01');
    await make('never');
    const away = await make('away', '2026-11-01T10:00');
    await api.post(`/${away}/deactivate`).expect(200);
    await api.caughtUp();
  });

  it.each([
    ['due=overdue&sort=due', ['yesterday', 'midnight']],
    ['due=today&sort=due', ['midnight', 'tonight']],
    ['light=red&sort=due', ['yesterday', 'midnight']],
    ['light=yellow&sort=due', ['tonight', 'tomorrow']],
    ['light=green&deactivated=false&sort=due', ['later', 'never']],
    ['light=red,yellow&sort=due', ['yesterday', 'midnight', 'tonight', 'tomorrow']],
    ['light=red&light=yellow&due=today&sort=due', ['midnight', 'tonight']],
    ['deactivated=false&sort=due', ['yesterday', 'midnight', 'tonight', 'tomorrow', 'later', 'never']],
    ['deactivated=false&sort=-due', ['later', 'tomorrow', 'tonight', 'midnight', 'yesterday', 'never']],
    ['deactivated=false&sort=light', ['yesterday', 'midnight', 'tonight', 'tomorrow', 'later', 'never']],
  ])('%s', async (query, expected) => expect(await find(query)).toEqual(expected));

  it('has the today of whoever asks', async () => {
    await api.create(
      { subject: `utc ${TAG}`, resubmission: { localTime: '2026-11-02T23:30', timeZone: 'UTC' } },
      'utah',
    );
    await api.caughtUp();
    expect(await find('due=today&assigneeId=me', 'utah')).toEqual(['utc']);
    expect(await find('due=today&sort=due', 'root')).toEqual(['midnight', 'tonight']);
  });

  it('goes on over pages as of the moment of the first, and is exported alike', async () => {
    const first = (await api.get(`?q=${TAG}&light=red&sort=due&limit=1`).expect(200)).body;
    nowMs += 5 * 60_000;
    try {
      const next = encodeURIComponent(first.next);
      const second = (await api.get(`?q=${TAG}&light=red&sort=due&limit=1&after=${next}`).expect(200)).body;
      expect([...first.items, ...second.items].map(({ subject }) => subject.split(' ')[0])).toEqual([
        'yesterday',
        'midnight',
      ]);
      expect(second.next).toBeNull();
    } finally {
      nowMs = START;
    }
    await api.get(`?q=${TAG}&light=red&after=nonsense`).expect(400);
    await api.get(`?q=${TAG}&light=red&after=999999999999999.x`).expect(400);
    const { text } = await api.get(`/export?q=${TAG}&light=red`).expect(200);
    expect(text.trim().split('\r\n')).toHaveLength(3);
  });

  it('names who has it', async () => {
    const { body } = await api.get(`?q=${TAG}&due=overdue`).expect(200);
    expect(body.items[0]).toMatchObject({
      assignee: { id: callers.ada.actor.id, name: 'Ada' },
      light: 'red',
      due: expect.any(String),
    });
  });
});
