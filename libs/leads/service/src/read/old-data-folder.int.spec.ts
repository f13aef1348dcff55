import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReadModel } from '@leadline/subscriptions';
import { leadsService } from '../index.js';
import { newDataFolder, startLeadsApi, type LeadsApi } from '../testing/leads-api.js';

/** The list as it was before leads had due times, colleagues before they had teams. */
function asItWas(model: ReadModel): ReadModel {
  if (model.name !== 'leadList' && model.name !== 'leadColleagues') return model;
  return {
    ...model,
    version: 1,
    indexes: model.indexes.filter(({ on }) => !/due|teams|supervisorId/.test(on.join())),
    project(event, document, id) {
      const {
        due: _due,
        teams: _teams,
        supervisorId: _supervisorId,
        ...rest
      } = model.project(event, document, id) ?? {};
      return rest;
    },
  };
}

let api: LeadsApi;
let data: string;
beforeAll(async () => {
  data = await newDataFolder();
  const old = await startLeadsApi(undefined, {
    data,
    service: { ...leadsService, readModels: leadsService.readModels.map(asItWas) },
  });
  for (let n = 0; n < 5; n += 1) await old.create({ subject: `Old ${n}` });
  await old.caughtUp();
  await old.close();
  api = await startLeadsApi(undefined, { data });
});
afterAll(async () => {
  await api.close();
  await rm(data, { recursive: true, force: true });
});

describe('a data folder of an earlier version', () => {
  it('has its lists folded anew by themselves, with all that they had', async () => {
    await api.caughtUp();
    const id = await api.create({ subject: 'New', resubmission: { localTime: '2026-01-01T10:00', timeZone: 'UTC' } });
    await api.caughtUp();
    const { body } = await api.get('?sort=due').expect(200);
    expect(body.total).toBe(6);
    expect(body.items[0]).toMatchObject({ id, light: 'red' });
    expect((await api.get('?light=green')).body.total).toBe(5);
    expect((await api.get('', 'sue')).body.total).toBe(6);
    expect((await api.get('/users')).body.total).toBeGreaterThan(1);
  });
});
