import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, write } from './files.js';

const artifacts = [
  { path: 'docs/api/leads.openapi.json', content: '{\n  "openapi": "3.0.0"\n}\n' },
  { path: 'docs/configuration.md', content: '# Configuration\n' },
];
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'leadline-files-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('generated files', () => {
  it('are missing until they are written', async () => {
    expect(await compare(root, artifacts)).toEqual([
      'missing  docs/api/leads.openapi.json',
      'missing  docs/configuration.md',
    ]);
    await write(root, artifacts);
    expect(await compare(root, artifacts)).toEqual([]);
    expect(await readFile(join(root, 'docs/configuration.md'), 'utf8')).toBe('# Configuration\n');
  });

  it('that somebody edited are told with the line, and mended', async () => {
    await write(root, artifacts);
    await writeFile(join(root, 'docs/api/leads.openapi.json'), '{\n  "openapi": "3.1.0"\n}\n');
    expect(await compare(root, artifacts)).toEqual(['differs  docs/api/leads.openapi.json, from line 2']);
    expect(await write(root, artifacts)).toEqual(['written docs/api/leads.openapi.json']);
    expect(await write(root, artifacts)).toEqual([]);
  });

  it('that nothing makes any more are left over, and removed', async () => {
    await write(root, artifacts);
    await writeFile(join(root, 'docs/api/quotes.openapi.json'), '{}');
    await writeFile(join(root, 'docs/operations.md'), 'by hand');
    expect(await compare(root, artifacts)).toEqual(['leftover docs/api/quotes.openapi.json']);
    expect(await write(root, artifacts)).toEqual(['removed docs/api/quotes.openapi.json']);
    expect(await readFile(join(root, 'docs/operations.md'), 'utf8')).toBe('by hand');
  });
});
