import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { checkAppend } from './check-append.js';
import { numbered, numbersOf } from './contract-fixture.js';
import { openForReading, openForWriting } from './sqlite-file.js';
import { sqliteReads } from './sqlite-reads.js';
import { sqliteWrites } from './sqlite-writes.js';

describe('reading a file that another thread writes', () => {
  let folder: string;
  let writing: DatabaseSync;
  let reading: DatabaseSync;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leadline-reads-'));
    writing = openForWriting(join(folder, 'events.sqlite'));
    reading = openForReading(join(folder, 'events.sqlite'));
  });
  afterEach(() => {
    reading.close();
    writing.close();
    rmSync(folder, { recursive: true });
  });

  function append(stream: string, number: number): void {
    sqliteWrites(writing).append(stream, checkAppend(stream, numbered(1, number), 'none'), 'none');
  }

  /** Has something happen right after the next look at which categories there are. */
  function afterCategories(happen: () => void): void {
    const prepare = reading.prepare.bind(reading);
    let waiting = true;
    reading.prepare = (sql) => {
      const statement = prepare(sql);
      if (!sql.includes('FROM categories')) return statement;
      const all = statement.all.bind(statement);
      statement.all = () => {
        const rows = all();
        if (waiting) happen();
        waiting = false;
        return rows;
      };
      return statement;
    };
  }

  it('misses no first event of a category that comes into being amid a read', () => {
    append('lead-1', 0);
    afterCategories(() => {
      append('contact-1', 1);
      append('lead-2', 2);
    });
    const reads = sqliteReads(reading);
    const categories = ['lead', 'contact'];
    const first = reads.batch({ categories });
    const second = reads.batch({ categories, after: first.position });
    expect(numbersOf([...first.events, ...second.events])).toEqual([0, 1, 2]);
  });
});
