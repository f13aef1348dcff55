import { describe, expect, it } from '@jest/globals';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ledger } from '../ledger-port.js';
import { describeLedger } from './contract.js';
import { openSqliteLedger } from './sqlite.js';

async function freshFile(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'leadline-ledger-')), 'work.sqlite');
}

describeLedger('SQLite', async () => {
  const file = await freshFile();
  return { ledger: openSqliteLedger({ file, mode: 'writer' }), other: openSqliteLedger({ file, mode: 'writer' }) };
});

describe('the writer of the SQLite ledger', () => {
  it('finds the leases of a killed process free', async () => {
    const file = await freshFile();
    const killed = openSqliteLedger({ file, mode: 'writer' });
    await killed.holdLease('mails/0', 'killed', 60_000);
    const next = openSqliteLedger({ file, mode: 'writer' });
    expect(await next.holdLease('mails/0', 'next', 60_000)).toBe(true);
    await next.close();
    await killed.close();
  });
});

describe('a reader of the SQLite ledger', () => {
  async function withReader(test: (reader: Ledger, file: string) => Promise<void>): Promise<void> {
    const file = await freshFile();
    const reader = openSqliteLedger({ file, mode: 'reader' });
    try {
      await test(reader, file);
    } finally {
      await reader.close();
    }
  }

  it('may be opened before the file is there, and then sees what is written', () =>
    withReader(async (reader, file) => {
      expect(await reader.deadLetters()).toEqual([]);
      expect(await reader.checkpoint('mails', 0)).toBeNull();
      const writer = openSqliteLedger({ file, mode: 'writer' });
      await writer.saveCheckpoint('mails', 0, '0001');
      expect(await reader.checkpoint('mails', 0)).toBe('0001');
      await writer.close();
    }));

  it('refuses to write', () =>
    withReader(async (reader) => {
      await expect(reader.saveCheckpoint('mails', 0, '0001')).rejects.toMatchObject({ name: 'LedgerReadOnlyError' });
      await expect(reader.holdLease('mails', 'a', 1)).rejects.toMatchObject({ name: 'LedgerReadOnlyError' });
    }));

  it('finds everything again after the writer was closed', () =>
    withReader(async (reader, file) => {
      const first = openSqliteLedger({ file, mode: 'writer' });
      await first.saveCheckpoint('mails', 0, '0001');
      await first.close();
      const second = openSqliteLedger({ file, mode: 'writer' });
      expect(await second.checkpoint('mails', 0)).toBe('0001');
      await second.close();
      expect(await reader.checkpoint('mails', 0)).toBe('0001');
    }));
});
