import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startLeadsApi, type LeadsApi } from '../testing/leads-api.js';

let api: LeadsApi;
let lead: string;
const GERMAN = ['Qualifizieren', 'Kontakt', 'Bedarf', 'Angebot', 'Entscheidung'];

beforeAll(async () => {
  api = await startLeadsApi();
  lead = await api.create({ subject: 'Heizung' });
  await api.caughtUp();
});
afterAll(() => api.close());

const namesOf = (items: readonly { readonly name: string }[]): string[] => items.map(({ name }) => name);

describe('what came with Leadline', () => {
  it('is called in the language of who reads it, wherever it is shown', async () => {
    const page = (await api.get(`/${lead}`, 'root').expect(200)).body;
    expect(namesOf(page.process.phases)).toEqual(GERMAN);
    expect(namesOf((await api.get(`/${lead}`, 'ada')).body.process.phases)[0]).toBe('Qualify');
    const { items } = (await api.get('', 'root').expect(200)).body;
    expect(items[0].phase.name).toBe('Qualifizieren');
    expect(namesOf((await api.get('/facets', 'root')).body.phase)).toEqual(['Qualifizieren']);
    expect((await api.get('/export', 'root')).text).toContain('Qualifizieren');
    expect((await api.get(`/${lead}/as-of?revision=0`, 'root')).body.process.phases[4].name).toBe('Entscheidung');
  });

  it('is so in a refusal, too', async () => {
    const { id } = (await api.get('/closing-reasons?outcome=won', 'root').expect(200)).body.items[0];
    const german = (await api.post(`/${lead}/win`, { reasonId: id }, 'root').expect(409)).body;
    for (const name of GERMAN) expect(german.detail).toContain(name);
    const english = (await api.post(`/${lead}/win`, { reasonId: id }, 'ada').expect(409)).body;
    expect(english.detail).toContain('Qualify, Contact');
  });

  it('is so in timeline, history and replay', async () => {
    await api.post(`/${lead}/phases/advance`).expect(200);
    const timeline = (await api.get(`/${lead}/timeline`, 'root').expect(200)).body;
    expect(timeline.items[0].text).toBe('Phase „Qualifizieren“ abgeschlossen, jetzt in „Kontakt“');
    const change = { field: 'phase', from: 'Qualifizieren', to: 'Kontakt' };
    expect((await api.get(`/${lead}/history`, 'root')).body.items[0].changes).toEqual([change]);
    const last = JSON.parse((await api.get(`/${lead}/replay`, 'root')).text.trim().split('\n').at(-1) ?? '');
    expect(last).toMatchObject({ changes: [change], event: { text: timeline.items[0].text } });
    expect(last.state.process.phases[1]).toMatchObject({ name: 'Kontakt', state: 'current' });
  });
});

describe('the closing reasons for a choice', () => {
  const read = async (query: string, token: 'ada' | 'root' = 'ada'): Promise<string[]> =>
    namesOf((await api.get(`/closing-reasons${query}`, token).expect(200)).body.items);

  it('are those of an outcome, in the caller’s language', async () => {
    expect(await read('?outcome=won')).toEqual(['Sold']);
    expect(await read('?outcome=won', 'root')).toEqual(['Verkauft']);
    expect(await read('?outcome=lost', 'root')).toHaveLength(5);
    expect(await read('')).toHaveLength(6);
    await api.get('/closing-reasons?outcome=open').expect(400);
  });

  it('leave hidden ones out, unless asked for, and keep the name that somebody gave', async () => {
    const { items } = (await api.get('/closing-reasons?outcome=lost', 'root')).body;
    await api.patch(`/closing-reasons/${items[0].id}`, { hidden: true }, 'root').expect(200);
    await api.patch(`/closing-reasons/${items[1].id}`, { name: 'Preis' }, 'root').expect(200);
    expect(await read('?outcome=lost')).not.toContain('Bought elsewhere');
    expect(await read('?outcome=lost&hidden=true')).toContain('Bought elsewhere');
    expect(await read('?outcome=lost')).toContain('Preis');
    await api.get('/closing-reasons?hidden=yes').expect(400);
  });
});
