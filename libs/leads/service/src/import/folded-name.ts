import { sortText } from '@leadline/engines/read-models';

/**
 * A name by which people would call it the same: case, accents, blanks and punctuation do not count, ß is ss, and ü, ue
 * and u are one. "Müller-Lüdenscheid" and "Mueller Ludenscheid" are equal.
 */
export function foldedName(name: string): string {
  return sortText(name)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/([aou])e+/g, '$1');
}
