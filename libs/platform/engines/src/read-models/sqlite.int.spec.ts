import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aDefinition, at, collect, eventually, holding, idsOf, type Person, where, write } from './contract-fixture.js';
import { readModelsContract, type ReadModelsUnderTest } from './contract.js';
import { openSqliteReadModels } from './sqlite.js';

async function open(): Promise<ReadModelsUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'leadline-read-models-'));
  const file = join(folder, 'data', 'read-models.sqlite');
  let store = openSqliteReadModels({ file, mode: 'writer' });
  return {
    store,
    openReader: async () => openSqliteReadModels({ file, mode: 'reader' }),
    reopen: async () => {
      await store.close();
      store = openSqliteReadModels({ file, mode: 'writer' });
      return store;
    },
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

readModelsContract('SQLite', open);

describe('SQLite read models', () => {
  let folder: string;
  let file: string;
  const closing: (() => Promise<void>)[] = [];

  function opened(mode: 'writer' | 'reader', options: { readonly file?: string; readonly graceMs?: number } = {}) {
    const store = openSqliteReadModels({ file, mode, ...options });
    closing.push(() => store.close());
    return store;
  }

  function tables(): string[] {
    const database = new DatabaseSync(file, { readOnly: true });
    const rows = database.prepare(`select name from sqlite_schema where type = 'table'`).all();
    database.close();
    return rows.map(({ name }) => String(name));
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leadline-read-models-'));
    file = join(folder, 'read-models.sqlite');
  });
  afterEach(async () => {
    await Promise.all(closing.splice(0).map((close) => close()));
    rmSync(folder, { recursive: true });
  });

  it('are empty to a reader until the writer has made the file, and then are there', async () => {
    const definition = aDefinition();
    const reader = opened('reader').reader<Person>(definition);
    await expect(reader.find({ limit: 5, total: true })).resolves.toEqual({ items: [], next: null, total: 0 });
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, '');
    await expect(reader.get('a')).resolves.toBeNull();
    const writer = opened('writer');
    await expect(reader.get('a')).resolves.toBeNull();
    await holding(writer, [{ id: 'a', name: 'Anna' }], definition);
    expect(await idsOf(reader, { search: 'anna' })).toEqual(['a']);
  });

  it('are not written through a reader', async () => {
    const store = opened('reader');
    await expect(store.live(aDefinition())).rejects.toMatchObject({ name: 'TypeError' });
    await expect(store.begin(aDefinition())).rejects.toMatchObject({ name: 'TypeError' });
    expect(existsSync(file)).toBe(false);
  });

  it('show a reader every write at once, statistics or not', async () => {
    const definition = aDefinition();
    const reader = opened('reader').reader<Person>(definition);
    const { generation } = await holding(opened('writer'), [], definition);
    for (let round = 2; round < 8; round += 1) {
      const people = Array.from({ length: 1_500 }, (_, index) => ({
        id: `${round}-${index}`,
        age: index,
        status: 'x',
      }));
      await generation.write(
        people.map((person) => write(person, round)),
        { partition: 0, position: at(round) },
      );
      const { total } = await reader.find({ ...where('status', 'x'), sort: [{ path: 'age' }], limit: 1, total: true });
      expect(total).toBe((round - 1) * 1_500);
      await expect(reader.checkpoint()).resolves.toBe(at(round));
    }
  });

  it('drop a replaced generation after the time of grace, not before', async () => {
    const store = opened('writer', { graceMs: 200 });
    const { definition, generation } = await holding(store, [{ id: 'a', name: 'Anna' }]);
    const next = await store.begin<Person>(definition);
    await store.switchTo(definition, next.id);
    expect(await collect(generation.scan())).toHaveLength(1);
    await eventually(async () => !tables().some((name) => name.startsWith(generation.id)));
    await expect(collect(generation.scan())).rejects.toMatchObject({ name: 'GenerationGoneError' });
    expect(tables()).toContain(next.id);
  });

  it('drop at the next start what was retired or was being filled', async () => {
    const store = opened('writer');
    const { definition, generation } = await holding(store, [{ id: 'a' }]);
    const retired = await store.begin<Person>(definition);
    await store.switchTo(definition, retired.id);
    const live = await store.begin<Person>(definition);
    await store.switchTo(definition, live.id);
    const orphan = await store.begin<Person>(definition);
    await store.close();
    const again = opened('writer');
    expect((await again.live(definition)).id).toBe(live.id);
    for (const { id } of [generation, retired, orphan])
      expect(tables().filter((name) => name.startsWith(id))).toEqual([]);
  });

  it('drop the earlier versions of a model once a later one is in use', async () => {
    const store = opened('writer', { graceMs: 0 });
    const { definition, generation } = await holding(store, [{ id: 'a' }]);
    await store.live({ ...definition, version: 2 });
    await eventually(async () => !tables().includes(generation.id));
  });

  it('never lose a document that the checkpoint has seen, wherever the write to disk breaks off', async () => {
    const definition = aDefinition();
    const { generation } = await holding(opened('writer'), [], definition);
    for (let batch = 2; batch <= 30; batch += 1) {
      const counter = { id: 'counter', age: batch, name: `wort${batch}`, tags: [`tag${batch}`] };
      await generation.write([write(counter, batch), write({ id: `d${batch}`, status: 'open' }, batch)], {
        partition: 0,
        position: at(batch),
      });
    }
    const wal = readFileSync(`${file}-wal`);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: Math.floor(wal.length / 4), max: wal.length }), async (cut) => {
        run += 1;
        const copy = join(folder, `copy-${run}.sqlite`);
        copyFileSync(file, copy);
        writeFileSync(`${copy}-wal`, wal.subarray(0, cut));
        const store = openSqliteReadModels({ file: copy, mode: 'writer' });
        const reader = store.reader<Person>(definition);
        const seen = await reader.checkpoint();
        const batch = seen === null ? 1 : Number(seen);
        expect(await idsOf(reader, where('status', 'open'))).toHaveLength(batch - 1);
        if (batch > 1) {
          expect((await reader.get('counter'))?.age).toBe(batch);
          expect(await idsOf(reader, { search: `wort${batch}` })).toEqual(['counter']);
          expect(await idsOf(reader, where('tags', `tag${batch}`))).toEqual(['counter']);
          expect(await idsOf(reader, where('tags', `tag${batch - 1}`))).toEqual([]);
        }
        await store.close();
      }),
      { numRuns: 40 },
    );
  });
});
