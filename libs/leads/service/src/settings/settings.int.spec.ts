import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@leadline/event-sourcing';
import { callers, startLeadsApi, type LeadsApi } from '../testing/leads-api.js';

let api: LeadsApi;
beforeAll(async () => {
  api = await startLeadsApi();
});
afterAll(() => api.close());

interface Reason {
  readonly id: string;
  readonly outcome: string;
  readonly name: string;
  readonly system: boolean;
  readonly hidden: boolean;
}

describe('a sales process', () => {
  it('is a list of phases, not of lists', async () => {
    const { body } = await api.post('/marketplaces', { name: 'M', phases: [[{ name: 'A' }]] }, 'root').expect(400);
    expect(body.errors).toContainEqual(expect.objectContaining({ field: 'phases.0' }));
  });
});

describe('closing reasons', () => {
  const reasons = async (): Promise<Reason[]> => (await api.get('/closing-reasons').expect(200)).body.items;

  it('are there from the start, and an administrator adds more', async () => {
    const before = await reasons();
    expect(new Set(before.map(({ outcome }) => outcome))).toEqual(new Set(['won', 'lost']));
    expect(before.every(({ system, hidden }) => system && !hidden)).toBe(true);
    const added = await api.post('/closing-reasons', { outcome: 'lost', name: 'Moved away' }, 'root').expect(201);
    expect((await reasons()).at(-1)).toEqual({
      id: added.body.id,
      outcome: 'lost',
      name: 'Moved away',
      system: false,
      hidden: false,
    });
    const again = await api.post('/closing-reasons', { outcome: 'lost', name: 'moved away' }, 'root').expect(409);
    expect(again.body.code).toBe('closing-reason.name-taken');
  });

  it('are renamed on screen, and hidden from use, while closed leads keep them', async () => {
    const [reason] = (await reasons()).filter(({ outcome }) => outcome === 'lost');
    const { body: shop } = await api
      .post('/marketplaces', { name: 'Early', phases: [{ name: 'One' }], earlyLost: true }, 'root')
      .expect(201);
    const lose = async (id: string) => api.post(`/${id}/lose`, { reasonId: reason?.id });
    const [before, after] = [
      await api.create({ marketplaceId: shop.id }),
      await api.create({ marketplaceId: shop.id }),
    ];
    expect((await lose(before)).status).toBe(200);
    await api.patch(`/closing-reasons/${reason?.id}`, { name: 'Elsewhere', hidden: true }, 'root').expect(200);
    expect((await lose(after)).body.code).toBe('lead.closing-reason-hidden');
    expect((await api.get(`/${before}`)).body.closing.reason).toEqual({ id: reason?.id, name: 'Elsewhere' });
  });

  it('keep one in use per outcome', async () => {
    const [only] = (await reasons()).filter(({ outcome }) => outcome === 'won');
    const { body } = await api.patch(`/closing-reasons/${only?.id}`, { hidden: true }, 'root').expect(409);
    expect(body.code).toBe('closing-reason.last-visible');
  });

  it('are an administrator’s business', async () => {
    await api.post('/closing-reasons', { outcome: 'won', name: 'x' }, 'sue').expect(403);
    await api.patch(`/closing-reasons/${newId()}`, { hidden: true }, 'root').expect(404);
    await api.post('/closing-reasons', { outcome: 'maybe', name: 'x' }, 'root').expect(400);
  });
});

describe('sources', () => {
  it('are added, renamed, and named on their leads', async () => {
    const { body: source } = await api.post('/sources', { name: 'Fair' }, 'root').expect(201);
    const id = await api.create({ sourceId: source.id });
    expect((await api.get(`/${id}`)).body.source).toEqual({ id: source.id, name: 'Fair' });
    await api.patch(`/sources/${source.id}`, { name: 'Fairs' }, 'root').expect(200);
    expect((await api.get(`/${id}`)).body.source.name).toBe('Fairs');
    expect((await api.get('/sources')).body).toEqual({
      items: [{ id: source.id, name: 'Fairs' }],
      next: null,
      total: 1,
    });
    expect((await api.post('/sources', { name: 'FAIRS' }, 'root').expect(409)).body.code).toBe('source.name-taken');
    await api.patch(`/sources/${newId()}`, { name: 'x' }, 'root').expect(404);
    await api.post('/sources', { name: 'x' }, 'ada').expect(403);
  });

  it('are made once per idempotency key', async () => {
    const send = () => api.post('/sources', { name: 'Once' }, 'root').set('idempotency-key', 'source');
    expect((await send().expect(201)).body).toEqual((await send().expect(201)).body);
  });
});

describe('marketplaces', () => {
  it('prescribe the process of their leads, who stay in the version they began', async () => {
    const created = await api
      .post(
        '/marketplaces',
        { name: 'Portal', phases: [{ name: 'Call' }, { name: 'Visit' }], acceptorIds: [callers.ada.actor.id] },
        'root',
      )
      .expect(201);
    const path = `/marketplaces/${created.body.id}`;
    const read = await api.get(path).expect(200);
    expect(read.body).toMatchObject({
      name: 'Portal',
      processVersion: 1,
      strictClose: true,
      earlyLost: false,
      revision: 0,
    });
    expect(read.headers['etag']).toBe('"0"');

    const first = await api.create({ marketplaceId: created.body.id });
    const [call] = read.body.phases;
    await api.patch(path, { phases: [{ id: call.id, name: 'Phone' }, { name: 'Quote' }] }, 'root').expect(200);
    const second = await api.create({ marketplaceId: created.body.id });

    const names = async (id: string) =>
      (await api.get(`/${id}`)).body.process.phases.map(({ name }: { name: string }) => name);
    expect(await names(first)).toEqual(['Call', 'Visit']);
    expect(await names(second)).toEqual(['Phone', 'Quote']);
    await api.caughtUp();
    expect((await api.get(`/${first}`)).body.marketplace).toEqual({ id: created.body.id, name: 'Portal' });
    expect((await api.get('/marketplaces')).body.items).toContainEqual((await api.get(path)).body);
    const facets = (await api.get(`/facets?marketplaceId=${created.body.id}`, 'sue')).body.phase;
    expect(facets).toEqual([{ value: call.id, name: 'Phone', count: 2 }]);
  });

  it('take a lead over before its first phase is completed', async () => {
    const { body: shop } = await api
      .post('/marketplaces', { name: 'Shop', phases: [{ name: 'Only' }] }, 'root')
      .expect(201);
    const id = await api.create();
    await api.patch(`/${id}`, { marketplaceId: shop.id }).expect(200);
    expect((await api.get(`/${id}`)).body.process.phases).toHaveLength(1);
    await api.post(`/${id}/phases/advance`).expect(200);
    expect((await api.patch(`/${id}`, { marketplaceId: null }).expect(409)).body.code).toBe('lead.phases-begun');
    await api.patch(`/${id}`, { marketplaceId: newId() }).expect(400);
  });

  it.each([
    [{ name: 'x', phases: [] }, 400],
    [{ name: 'x', phases: [{ name: '' }] }, 400],
    [{ name: 'x', phases: [{ name: 'a' }, { name: 'A' }] }, 400],
    [{ name: 'x', phases: [{ id: newId(), name: 'a' }] }, 400],
    [{ name: 'x', phases: [{ name: 'a' }], acceptorIds: [newId()] }, 400],
    [{ name: '', phases: [{ name: 'a' }] }, 400],
    [{ phases: [{ name: 'a' }] }, 400],
  ])('refuse %j', async (body, status) => {
    await api.post('/marketplaces', body, 'root').expect(status);
  });

  it('must be there', async () => {
    await api.get(`/marketplaces/${newId()}`).expect(404);
    await api.patch(`/marketplaces/${newId()}`, { name: 'x' }, 'root').expect(404);
  });
});
