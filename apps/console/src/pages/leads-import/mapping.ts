import type { ImportField } from '@leadline/leads-contracts/import-fields';

/** What somebody said a column means; `ignore`: no field. Columns that are not here mean what their names say. */
export type Mapping = Readonly<Record<string, ImportField | 'ignore'>>;

/** The mapping with a column's meaning; null: what its name says. A field that another column had moves over. */
export function mapped(mapping: Mapping, column: string, meaning: ImportField | 'ignore' | null): Mapping {
  const others = Object.entries(mapping).filter(
    ([other, field]) => other !== column && (meaning === null || meaning === 'ignore' || field !== meaning),
  );
  return Object.fromEntries(meaning === null ? others : [...others, [column, meaning]]);
}

/** As the query takes it; undefined where there is nothing to say. */
export function mappingText(mapping: Mapping): string | undefined {
  return Object.keys(mapping).length === 0 ? undefined : JSON.stringify(mapping);
}
