import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@leadline/event-sourcing';
import { callers, startLeadsApi, type LeadsApi, type Token } from '../testing/leads-api.js';

let api: LeadsApi;
const sources: Record<string, string> = {};

beforeAll(async () => {
  api = await startLeadsApi();
  for (const name of ['Zoo', 'Äpfel', 'Messe']) {
    sources[name] = (await api.post('/sources', { name }, 'root').expect(201)).body.id;
  }
  const make = (subject: string, source: string | undefined, token: Token) =>
    api.create({ subject, ...(source === undefined ? {} : { sourceId: sources[source] }) }, token);
  await make('a', 'Zoo', 'ben');
  await make('b', 'Äpfel', 'ada');
  await make('c', undefined, 'ada');
  await make('d', 'Messe', 'website');
  await make('e', 'Äpfel', 'ben');
  await make('f', undefined, 'website');
  await make('g', 'Messe', 'cleo');
  await api.caughtUp();
});
afterAll(() => api.close());

async function read(query: string, token: Token = 'root'): Promise<string> {
  const { body } = await api.get(`?${query}`, token).expect(200);
  return body.items.map(({ subject }: { subject: string }) => subject).join('');
}

/** All pages of so many. */
async function readPages(query: string, limit: number, token: Token = 'root'): Promise<string> {
  let read = '';
  for (let after = ''; ;) {
    const { body } = await api.get(`?${query}&limit=${limit}${after}`, token).expect(200);
    expect(body.items.length).toBeLessThanOrEqual(limit);
    const items: readonly { readonly subject: string }[] = body.items;
    read += items.map(({ subject }) => subject).join('');
    if (body.next === null) return read;
    expect(body.items).toHaveLength(limit);
    after = `&after=${encodeURIComponent(body.next)}`;
  }
}

describe('a list sorted by what its leads belong to', () => {
  it.each([
    ['assignee,createdAt', 'bcaegdf'],
    ['-assignee,createdAt', 'gaebcdf'],
    ['assignee,-createdAt', 'cbeagfd'],
    ['assignee', 'cbeagfd'],
    ['source,createdAt', 'bedgacf'],
    ['-source,createdAt', 'adgbecf'],
    ['marketplace,createdAt', 'abcdefg'],
  ])('by %s goes by the names, with those without one last', async (sort, expected) => {
    expect(await read(`sort=${sort}`)).toBe(expected);
    for (const limit of [1, 2, 3, 7]) expect(await readPages(`sort=${sort}`, limit)).toBe(expected);
  });

  it('says how many there are, and stays within reach and filters', async () => {
    const { body } = await api.get('?sort=source,createdAt&limit=2', 'sue').expect(200);
    expect([body.total, body.items.length]).toEqual([6, 2]);
    expect(await readPages('sort=source,createdAt', 2, 'ada')).toBe('bdcf');
    expect(await read('sort=assignee,createdAt&status=open')).toBe('df');
  });

  it('follows a name that changes', async () => {
    await api.patch(`/sources/${sources['Zoo']}`, { name: 'Aal' }, 'root').expect(200);
    expect(await read('sort=source,createdAt')).toBe('abedgcf');
    await api.patch(`/sources/${sources['Zoo']}`, { name: 'Zoo' }, 'root').expect(200);
  });

  it('is exported in that order', async () => {
    const { text } = await api.get('/export?sort=assignee,createdAt&delimiter=,', 'root').expect(200);
    const subjects = text.trim().split('\r\n').slice(1);
    expect(subjects.map((line) => /,([a-g]),/.exec(line)?.[1]).join('')).toBe('bcaegdf');
  });

  it.each(['subject,assignee', 'assignee,source', 'assignee,assignee', 'nonsense'])('refuses %s', (sort) =>
    api.get(`?sort=${sort}`).expect(400),
  );

  it.each(['x', 'W10', Buffer.from('[1,2,3]').toString('base64url')])('refuses the cursor %s', (after) =>
    api.get(`?sort=assignee&after=${after}`).expect(400),
  );
});

describe('a cursor', () => {
  it('is good for its own order alone', async () => {
    const { next } = (await api.get('?sort=source&limit=1', 'root').expect(200)).body;
    await api.get(`?sort=source&after=${next}`, 'root').expect(200);
    for (const sort of ['assignee', '-source', 'source,subject', 'subject', '']) {
      await api.get(`?sort=${sort}&after=${next}`, 'root').expect(400);
    }
  });

  it('finds the place again where nobody is left in its group', async () => {
    const alone = (await api.post('/sources', { name: 'Lonely' }, 'root').expect(201)).body.id;
    const id = await api.create({ subject: 'x', sourceId: alone }, 'cleo');
    await api.caughtUp();
    const { next } = (await api.get('?sort=source,createdAt&limit=2', 'root').expect(200)).body;
    await api.patch(`/${id}`, { sourceId: null }, 'cleo').expect(200);
    await api.caughtUp();
    const { body } = await api.get(`?sort=source,createdAt&after=${next}`, 'root').expect(200);
    expect(body.items.map(({ subject }: { subject: string }) => subject).join('')).toBe('dgacfx');
    await api.post(`/${id}/deactivate`, {}, 'cleo').expect(200);
    await api.caughtUp();
  });
});

describe('other ways to sort and filter', () => {
  it('by age, the youngest first', async () => {
    expect(await read('sort=age')).toBe('gfedcba');
    expect(await read('sort=-age')).toBe('abcdefg');
  });

  it.each([
    ['assigneeId=me', 'ada', 'bc'],
    ['assigneeId=none', 'ada', 'df'],
    ['assigneeId=me,none', 'ben', 'adef'],
    ['assigneeId=me&assigneeId=none', 'ben', 'adef'],
    [`assigneeId=${callers.ada.actor.id.toUpperCase()}`, 'root', 'bc'],
    ['sourceId=none', 'root', 'cf'],
    ['marketplaceId=none', 'root', 'abcdefg'],
    ['phase=none', 'root', ''],
  ] as const)('by %s as %s', async (query, token, expected) =>
    expect(await read(`${query}&sort=createdAt`, token)).toBe(expected),
  );

  it('by a source and those without one', async () =>
    expect(await read(`sourceId=${sources['Zoo']},none&sort=createdAt`)).toBe('acf'));

  it.each(['assigneeId=you', 'sourceId=me', `assigneeId=${newId()}x`, 'assigneeId='])('refuses %s', (query) =>
    api.get(`?${query}`).expect(400),
  );
});
