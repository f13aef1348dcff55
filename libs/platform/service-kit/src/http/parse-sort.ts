import type { Path, SortKey } from '@leadline/engines/read-models';
import { invalidInput } from '../problems/problem-error.js';

/**
 * Sort keys out of `?sort=-createdAt,subject`. `allowed` gives the path behind each public name.
 * @throws ProblemError 400 for a name that is not there, or named twice
 */
export function parseSort(
  sort: string | undefined,
  allowed: Readonly<Record<string, Path>>,
  fallback: readonly SortKey[],
): SortKey[] {
  if (sort === undefined || sort === '') return [...fallback];
  const paths = new Map(Object.entries(allowed));
  const seen = new Set<string>();
  return sort.split(',').map((part) => {
    const descending = part.startsWith('-');
    const name = descending ? part.slice(1) : part;
    const path = paths.get(name);
    if (path === undefined || seen.has(name)) {
      const known = [...paths.keys()].join(', ');
      throw invalidInput({
        field: 'sort',
        code: 'isIn',
        message: { en: `can be by ${known}, each once`, de: `ist möglich nach ${known}, je einmal` },
      });
    }
    seen.add(name);
    return descending ? { path, descending } : { path };
  });
}
