import type { Document, DocumentWrite } from './port.js';

/** One write per document, the one that has seen most: a batch is applied as a whole, so the others would be overwritten. */
export function latestWrites<D extends Document>(writes: readonly DocumentWrite<D>[]): readonly DocumentWrite<D>[] {
  const latest = new Map<string, DocumentWrite<D>>();
  for (const write of writes) {
    const other = latest.get(write.id);
    if (other === undefined || other.position < write.position) latest.set(write.id, write);
  }
  return latest.size === writes.length ? writes : [...latest.values()];
}
