import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConfig, openEngines, type Engines } from '@leadline/service-kit';
import { ensureFirstAdministrator } from './index.js';

let folder: string;
let engines: Engines;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leadline-administrator-'));
  engines = await openEngines(loadConfig({ LEADLINE_DATA: folder }));
});

afterEach(async () => {
  await engines.close();
  rmSync(folder, { recursive: true });
});

describe('the first administrator', () => {
  it('is made once, however many processes start', async () => {
    const options = { eventStore: engines.eventStore, admin: { email: 'a@b.example', password: 'a password' } };
    const results = await Promise.all([1, 2, 3].map(() => ensureFirstAdministrator(options)));
    expect(results.filter(({ created }) => created)).toHaveLength(1);
    expect(results.map(({ password }) => password)).toEqual([undefined, undefined, undefined]);
  });

  it('is not made where there are users, whatever address is set', async () => {
    const { eventStore } = engines;
    await ensureFirstAdministrator({ eventStore, admin: { email: 'a@b.example' } });
    const email = 'other@b.example';
    expect(await ensureFirstAdministrator({ eventStore, admin: { email } })).toEqual({ created: false, email });
  });

  it('gets a password made up for them where none is set', async () => {
    const { eventStore } = engines;
    const { created, password } = await ensureFirstAdministrator({ eventStore, admin: { email: 'a@b.example' } });
    expect([created, password?.length]).toEqual([true, 20]);
  });
});
