import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startIdentityApi, type IdentityApi } from '../testing/identity-api.js';

const MINUTE_MS = 60_000;
const NOBODY = '01990000-0000-7000-8000-000000000001';
const eva = { email: 'eva@example.com', name: 'Eva Müller', role: 'agent' };
const password = 'the password of Eva';

let api: IdentityApi;
let root: string;
beforeAll(async () => {
  api = await startIdentityApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  api.clock.pass(60 * MINUTE_MS);
  root = (await api.signIn()).token;
});

const register = async (more: object): Promise<string> =>
  (await api.post('/users', root, { ...eva, password, ...more }).expect(201)).body.id;

describe('teams', () => {
  const create = async (name: string): Promise<string> =>
    (await api.post('/teams', root, { name }).expect(201)).body.id;

  it('are created, renamed, and known to everyone', async () => {
    const id = await create('North');
    await api.patch(`/teams/${id}`, root, { name: 'North West' }).expect(200);
    await register({});
    const { token } = await api.signIn('eva@example.com', password);
    expect((await api.get('/teams', token).expect(200)).body.items).toContainEqual({
      id,
      name: 'North West',
      active: true,
    });
    expect((await api.get(`/teams/${id}`, token).expect(200)).body).toMatchObject({ name: 'North West' });
    expect((await api.post('/teams', root, { name: 'north west' }).expect(409)).body.code).toBe('team.name-taken');
    await api.post('/teams', token, { name: 'Mine' }).expect(403);
    await api.get(`/teams/${NOBODY}`, token).expect(404);
    await api.patch(`/teams/${NOBODY}`, root, { name: 'X' }).expect(404);
    await api.post('/teams', root, { name: ' ' }).expect(400);
  });

  it('get a name once, however many ask at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => api.post('/teams', root, { name: 'Race' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('have members, and are deactivated once those are gone', async () => {
    const [south, east] = [await create('South'), await create('East')];
    const id = await register({ email: 'member@example.com', teamIds: [south, east] });
    await api.caughtUp();
    const members = await api.get(`/users?teamId=${south}`, root).expect(200);
    expect(members.body.items).toMatchObject([{ id, teamIds: [east, south].sort() }]);
    const refused = await api.post(`/teams/${south}/deactivate`, root).expect(409);
    expect(refused.body.code).toBe('team.has-members');

    // Who is deactivated does not hold a team back, and leaves it on return.
    await api.post(`/users/${id}/deactivate`, root).expect(200);
    await api.caughtUp();
    await api.post(`/teams/${south}/deactivate`, root).expect(200);
    await api.post(`/users/${id}/reactivate`, root).expect(200);
    await api.caughtUp();
    expect((await api.get(`/users/${id}`, root).expect(200)).body.teamIds).toEqual([east]);

    await api.patch(`/users/${id}`, root, { teamIds: [south] }).expect(400);
    await api.post(`/teams/${south}/reactivate`, root).expect(200);
    await api.patch(`/users/${id}`, root, { teamIds: [south] }).expect(200);
  });
});
