import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Fewer rounds and smaller data: for a look, not for the record. */
  readonly quick: boolean;
  /** Sections to run; all where empty. */
  readonly only: readonly string[];
  /** Writes the table to `results.md` as well. */
  readonly write: boolean;
}

/** @throws TypeError for what the command line does not know */
export function parseOptions(args: readonly string[], sections: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean' }, write: { type: 'boolean' }, only: { type: 'string' } },
  });
  const only = values.only === undefined ? [] : values.only.split(',').map((name) => name.trim());
  const unknown = only.find((name) => !sections.includes(name));
  if (unknown !== undefined) throw new TypeError(`There is no section "${unknown}", only ${sections.join(', ')}`);
  return { quick: values.quick ?? false, write: values.write ?? false, only };
}
