import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files that a build may copy: all below the folder but what the .dockerignore names. Relative paths. */
export function contextFiles(folder: string, dockerignore: string): readonly string[] {
  const patterns = dockerignore
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(asRegExp);
  const isIgnored = (path: string): boolean => patterns.some((pattern) => pattern.test(path));
  const below = (path: string): string[] =>
    readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
      const own = path === '' ? entry.name : `${path}/${entry.name}`;
      if (isIgnored(own)) return [];
      return entry.isDirectory() ? below(own) : [own];
    });
  return below('');
}

/** `**` any folders, `*` within a name. @throws SyntaxError at an exception (`!`), which ours has none of */
function asRegExp(pattern: string): RegExp {
  if (pattern.startsWith('!')) throw new SyntaxError(`Exceptions in a .dockerignore are not known here: ${pattern}`);
  const source = pattern
    .replace(/^\/|\/$/g, '')
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\*\*\/|\*\*|\*|\?/g, (wild) =>
      wild === '**/' ? '(?:.*/)?' : wild === '**' ? '.*' : wild === '*' ? '[^/]*' : '[^/]',
    );
  return new RegExp(`^${source}$`);
}
