import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Artifact } from './artifact.js';

/** Folders that hold nothing but what is generated: a file in them that no generator makes any more is a leftover. */
const WHOLLY_GENERATED = ['docs/api', 'docs/events', 'apps/console/src/api/schema'];

/** Each difference between what is generated and what is in the tree, as a line; none where they agree. */
export async function compare(root: string, artifacts: readonly Artifact[]): Promise<string[]> {
  const differences: string[] = [];
  for (const { path, content } of artifacts) {
    const present = await readIfThere(join(root, path));
    if (present === undefined) differences.push(`missing  ${path}`);
    else if (present !== content) differences.push(`differs  ${path}, ${firstDifference(present, content)}`);
  }
  for (const path of await leftovers(root, artifacts)) differences.push(`leftover ${path}`);
  return differences.sort();
}

/** Writes what differs and removes what is left over. Answers what it did, a line each. */
export async function write(root: string, artifacts: readonly Artifact[]): Promise<string[]> {
  const done: string[] = [];
  for (const { path, content } of artifacts) {
    const file = join(root, path);
    if ((await readIfThere(file)) === content) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    done.push(`written ${path}`);
  }
  for (const path of await leftovers(root, artifacts)) {
    await rm(join(root, path));
    done.push(`removed ${path}`);
  }
  return done;
}

async function leftovers(root: string, artifacts: readonly Artifact[]): Promise<string[]> {
  const known = new Set(artifacts.map(({ path }) => path));
  const present = await Promise.all(WHOLLY_GENERATED.map((folder) => filesBelow(root, folder)));
  return present.flat().filter((path) => !known.has(path));
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  try {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

/** Where to look, so that drift in a long file is found at once. */
function firstDifference(present: string, wanted: string): string {
  const [here, there] = [present.split('\n'), wanted.split('\n')];
  const line = here.findIndex((text, index) => text !== there[index]);
  return `from line ${(line === -1 ? here.length : line) + 1}`;
}
