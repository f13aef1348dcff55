import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@leadline/event-sourcing';
import { callers, startLeadsApi, type LeadsApi, type Token } from '../testing/leads-api.js';

let api: LeadsApi;
let fair: string;

beforeAll(async () => {
  api = await startLeadsApi();
  fair = (await api.post('/sources', { name: 'Fair' }, 'root').expect(201)).body.id;
  await api.create({
    subject: 'Wärmepumpe',
    sourceId: fair,
    customer: { givenName: 'Jörg', familyName: 'Weiß', phones: [{ kind: 'mobile', number: '0171 1234567' }] },
  });
  await api.create({ subject: 'boiler', customer: { familyName: 'Ångström', organisation: 'Öl & Gas GmbH' } });
  await api.create({ subject: 'Solar', customer: { organisation: 'Bäckerei Muß' } }, 'ben');
  await api.create({ subject: 'Pool lead', customer: { email: 'pool@example.com' } }, 'website');
  const gone = await api.create({ subject: 'Put away', customer: { familyName: 'Zander' } });
  await api.post(`/${gone}/deactivate`).expect(200);
  await api.caughtUp();
});
afterAll(() => api.close());

async function subjects(query: string, token: Token = 'sue'): Promise<string[]> {
  const { body } = await api.get(`?${query}`, token).expect(200);
  return body.items.map(({ subject }: { subject: string }) => subject);
}

describe('the list of leads', () => {
  it('shows what is active, most recently touched first', async () => {
    const { body } = await api.get('', 'sue').expect(200);
    expect(body.items.map(({ subject }: { subject: string }) => subject)).toEqual([
      'Pool lead',
      'Solar',
      'boiler',
      'Wärmepumpe',
    ]);
    expect(body).toMatchObject({ next: null, total: 4 });
  });

  it('shows a line with names, the phase and no more', async () => {
    const { body } = await api.get('?q=waermepumpe', 'sue').expect(200);
    expect(Object.keys(body.items[0]).sort()).toEqual(
      [
        'id revision status active subject customer sourceId source assigneeId assignee receivedAt light createdAt',
        'lastActivityAt phase',
      ]
        .join(' ')
        .split(' ')
        .sort(),
    );
    expect(body.items[0]).toMatchObject({
      source: { id: fair, name: 'Fair' },
      assignee: { id: callers.ada.actor.id, name: 'Ada' },
      phase: { name: 'Qualify' },
      light: 'green',
    });
  });

  it('shows an agent their own leads and the pool', async () => {
    expect(await subjects('sort=subject', 'ben')).toEqual(['Pool lead', 'Solar']);
    expect(await subjects('q=boiler', 'ben')).toEqual([]);
  });

  it.each([
    ['status=open', ['Pool lead']],
    ['status=open,inProgress&sort=subject', ['boiler', 'Pool lead', 'Solar', 'Wärmepumpe']],
    [`assigneeId=${callers.ben.actor.id}`, ['Solar']],
    ['deactivated=true', ['Put away']],
    ['deactivated=false&q=put', []],
    ['due=overdue', []],
    ['light=red', []],
    ['light=green&status=open', ['Pool lead']],
    [`marketplaceId=${newId()}`, []],
    ['status=offered', []],
  ])('filters by %s', async (query, expected) => expect(await subjects(query)).toEqual(expected));

  it('filters by source and by phase', async () => {
    expect(await subjects(`sourceId=${fair}`)).toEqual(['Wärmepumpe']);
    const { body } = await api.get('?status=open', 'sue');
    expect(await subjects(`phase=${body.items[0].phase.id}`)).toHaveLength(4);
  });

  it.each([
    ['joerg weiss', ['Wärmepumpe']],
    ['+49 171 1234567', ['Wärmepumpe']],
    ['0171-12345', ['Wärmepumpe']],
    ['back', ['Solar']],
    ['angstrom gas', ['boiler']],
    ['pool@example.com', ['Pool lead']],
    ['nobody', []],
  ])('finds by "%s"', async (q, expected) => expect(await subjects(`q=${encodeURIComponent(q)}`)).toEqual(expected));

  it('finds what was put away by search', async () => expect(await subjects('q=zander')).toEqual(['Put away']));

  it.each([
    ['customer', ['boiler', 'Solar', 'Pool lead', 'Wärmepumpe']],
    ['-subject', ['Wärmepumpe', 'Solar', 'Pool lead', 'boiler']],
    ['createdAt', ['Wärmepumpe', 'boiler', 'Solar', 'Pool lead']],
    ['phase,-receivedAt', ['Pool lead', 'Solar', 'boiler', 'Wärmepumpe']],
  ])('sorts by %s', async (sort, expected) => expect(await subjects(`sort=${sort}`)).toEqual(expected));

  it('goes page by page', async () => {
    const seen: string[] = [];
    let after = '';
    do {
      const { body } = await api.get(`?limit=3&sort=subject${after}`, 'sue').expect(200);
      seen.push(...body.items.map(({ subject }: { subject: string }) => subject));
      after = body.next && `&after=${encodeURIComponent(body.next)}`;
    } while (after);
    expect(seen).toEqual(['boiler', 'Pool lead', 'Solar', 'Wärmepumpe']);
  });

  it('includes a command whose position is asked for', async () => {
    for (let n = 0; n < 5; n += 1) {
      const subject = `Just now ${newId()}`;
      const created = await api.post('', { subject, customer: { familyName: 'X' } }).expect(201);
      const found = await api
        .get(`?q=${encodeURIComponent(subject)}`)
        .set('leadline-position', created.headers['leadline-position'] ?? '')
        .expect(200);
      expect(found.body.items).toHaveLength(1);
      await api.post(`/${created.body.id}/lose`).expect(400);
    }
  });

  it.each([
    'status=nonsense',
    'status=',
    'phase=1',
    'light=blue',
    'due=never',
    'deactivated=1',
    'sort=note',
    'after=x',
    'limit=0',
  ])('refuses %s', (query) => api.get(`?${query}`).expect(400));
});

describe('the facets', () => {
  it('count leads per value, with names, under the filters', async () => {
    const { body } = await api.get('/facets?status=inProgress,open&q=', 'ben').expect(200);
    expect(body.status).toEqual([
      { value: 'inProgress', name: null, count: 1 },
      { value: 'open', name: null, count: 1 },
    ]);
    expect(body.phase).toEqual([{ value: expect.any(String), name: 'Qualify', count: 2 }]);
    expect(body.assigneeId).toContainEqual({ value: callers.ben.actor.id, name: 'Ben', count: 1 });
    expect((await api.get('/facets?q=waerme', 'sue')).body.sourceId).toEqual([{ value: fair, name: 'Fair', count: 1 }]);
  });
});
