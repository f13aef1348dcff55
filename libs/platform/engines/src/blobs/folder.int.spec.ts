import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EngineUnavailableError } from '../errors.js';
import { blobsContract } from './contract.js';
import { openFolderBlobs } from './folder.js';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'leadline-blobs-'));
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const shared = join(newFolder(), 'files');
blobsContract('a folder', () => openFolderBlobs({ folder: shared }), {
  module: new URL('./folder.ts', import.meta.url),
  open: 'openFolderBlobs',
  options: { folder: shared },
});

async function* text(...parts: string[]): AsyncGenerator<Uint8Array> {
  yield* parts.map((part) => Buffer.from(part));
}

describe('blobs: a folder, besides', () => {
  let folder = '';
  const filesOf = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());
  beforeEach(() => {
    folder = newFolder();
  });

  it('keeps a content as one file, named by its hash', async () => {
    const blobs = await openFolderBlobs({ folder });
    await blobs.put(text('leadline'), { maxBytes: 100 });
    await blobs.put(text('lead', 'line'), { maxBytes: 100 });
    expect(filesOf()).toHaveLength(1);
    expect(filesOf()[0]).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64}$/);
  });

  it('leaves nothing behind of what it refused', async () => {
    const blobs = await openFolderBlobs({ folder });
    await expect(blobs.put(text('too long'), { maxBytes: 3 })).rejects.toThrow();
    expect(filesOf()).toEqual([]);
  });

  it('removes what a killed process left half written, and nothing that this one is writing', async () => {
    const blobs = await openFolderBlobs({ folder });
    const leftover = join(folder, 'incoming', 'left');
    writeFileSync(leftover, 'half a con');
    const hourAgo = Date.now() / 1_000 - process.uptime() - 3_600;
    utimesSync(leftover, hourAgo, hourAgo);
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    async function* slow(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('one ');
      await gate;
      yield Buffer.from('two');
    }
    const putting = blobs.put(slow(), { maxBytes: 100 });
    await openFolderBlobs({ folder });
    expect(filesOf()).not.toContain(join('incoming', 'left'));
    open();
    const { id } = await putting;
    expect(await blobs.info(id)).toEqual({ id, size: 7 });
    expect(filesOf()).toHaveLength(1);
  });

  it('is unavailable where the folder cannot be used', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(openFolderBlobs({ folder: file })).rejects.toThrow(EngineUnavailableError);
  });

  it('is unavailable, and keeps nothing, when the folder is gone', async () => {
    const blobs = await openFolderBlobs({ folder });
    rmSync(folder, { recursive: true });
    await expect(blobs.put(text('x'), { maxBytes: 3 })).rejects.toThrow(EngineUnavailableError);
    await expect(blobs.ping()).rejects.toThrow(EngineUnavailableError);
  });
});
