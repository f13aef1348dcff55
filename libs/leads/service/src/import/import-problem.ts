import type { ImportFailure, ImportReason } from '@leadline/leads-domain';
import type { ImportField } from '@leadline/leads-contracts/import-fields';
import type { ImportMessageCode } from './import-messages.js';

/** As much of what stands in a cell as a sentence about it quotes. */
const QUOTED = 60;

/** The file as a whole cannot be imported. What is wrong with it does not go away by trying again. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
  readonly reason: ImportFailure;

  constructor(code: ImportMessageCode, params: NonNullable<ImportFailure['params']> = {}) {
    super(code);
    this.reason = { code, params };
  }
}

/** What is wrong with one cell, with the beginning of what stands there. */
export function wrongValue(code: ImportMessageCode, field: ImportField, value: string, more = {}): ImportReason {
  return { code, field, params: { ...more, value: quoted(value) } };
}

export function quoted(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length <= QUOTED ? line : `${line.slice(0, QUOTED - 1).toWellFormed()}…`;
}
