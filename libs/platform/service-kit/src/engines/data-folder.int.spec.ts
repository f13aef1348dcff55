import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConfig } from '../config/config.js';
import { takeDataFolder } from './data-folder.js';
import { openApiEngines, openEngines } from './open-engines.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadline-folder-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Another process that takes the folder in the very same way, and never lets go. */
async function holdElsewhere() {
  const script = `
    const { DatabaseSync } = require('node:sqlite');
    const lock = new DatabaseSync(process.argv[1], { timeout: 0 });
    lock.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    console.log('held');
    setInterval(() => lock, 1000);`;
  const child = spawn(process.execPath, ['-e', script, join(folder, 'lock.sqlite')], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  writeFileSync(join(folder, 'lock.pid'), `${child.pid}\n`);
  return child;
}

describe('the data folder', () => {
  it('belongs to one process, which the next one is told', async () => {
    const child = await holdElsewhere();
    try {
      expect(() => takeDataFolder(folder)).toThrow(
        expect.objectContaining({ name: 'DataFolderInUseError', folder, pid: child.pid }),
      );
    } finally {
      child.kill('SIGKILL');
    }
  });

  it('is free again once that process was killed', async () => {
    const child = await holdElsewhere();
    child.kill('SIGKILL');
    await once(child, 'exit');
    takeDataFolder(folder).release();
  });

  it('is made where it is not there', () => {
    takeDataFolder(join(folder, 'deep', 'down')).release();
  });
});

describe('the embedded engines', () => {
  const config = () => loadConfig({ LEADLINE_DATA: folder });

  it('of one folder open once at a time, and again after they were closed', async () => {
    const engines = await openEngines(config());
    await expect(openApiEngines(config())).rejects.toMatchObject({ name: 'DataFolderInUseError', pid: process.pid });
    await engines.close();
    const again = await openApiEngines(config());
    await Promise.all([again.eventStore.ping(), again.readModels.ping(), again.blobs.ping(), again.messageBus.ping()]);
    await again.close();
  });

  it('keep what they hold from other users of the machine, also in a folder that is open to them', async () => {
    chmodSync(folder, 0o755);
    const engines = await openEngines(config());
    const open = readdirSync(folder).filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0);
    await engines.close();
    expect(open.filter((name) => !name.startsWith('lock.'))).toEqual([]);
  });

  it('may be closed twice', async () => {
    const engines = await openEngines(config());
    await engines.close();
    await engines.close();
  });

  it('let the folder go when one of them does not open', async () => {
    writeFileSync(join(folder, 'events.sqlite'), 'this is no database, but long enough to look like one'.repeat(100));
    await expect(openEngines(config())).rejects.toMatchObject({ name: 'EventStoreFileError' });
    takeDataFolder(folder).release();
  });
});
