import type { ReadModelDefinition } from '../ports.js';

/** What a dead letter of a read model belongs to: a generation, and with it a version. */
export function generationKey(readModel: ReadModelDefinition, generation: { readonly id: string }): string {
  return `${versionKey(readModel)}${generation.id}`;
}

/** What the keys of all generations of a version begin with. */
export function versionKey({ version }: ReadModelDefinition): string {
  return `v${version}/`;
}
