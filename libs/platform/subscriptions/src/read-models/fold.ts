import type { Position, StoredEvent } from '@leadline/event-sourcing';
import type { ReadModel } from '../definitions.js';
import type { Document, DocumentWrite, Generation } from '../ports.js';
import type { BlockedStreams } from '../work/blocked-streams.js';

export interface FoldOptions {
  readonly readModel: ReadModel;
  readonly generation: Generation<Document>;
  /** Documents kept in memory over a write, to spare loading them again. Only for the sole writer of a generation. */
  readonly keepDocuments: number;
  /** True for a generation that is still empty. */
  readonly isEmpty: boolean;
}

/** Folds events into the documents of a generation, in memory, until they are written in one go. */
export interface Fold {
  /** Documents that wait to be written. */
  readonly changed: number;
  /** Documents in memory. */
  readonly held: number;
  /** Folds events, in the order of the log. Those of a blocked stream are left; one that fails blocks its stream. */
  take(events: readonly StoredEvent[], blocked: BlockedStreams): Promise<void>;
  /** The documents that changed since the last write. */
  takeChanges(): readonly DocumentWrite[];
}

interface Entry {
  readonly id: string;
  document: Document | null;
  position: Position | null;
}

interface Touch {
  readonly event: StoredEvent;
  readonly ids: readonly string[];
}

export function foldInto(options: FoldOptions): Fold {
  const { readModel, generation, keepDocuments } = options;
  const entries = new Map<string, Entry>();
  const changed = new Set<Entry>();
  /** While nothing was ever dropped, what is not in memory is not in the generation either. */
  let holdsAll = options.isEmpty;

  function touchesOf(events: readonly StoredEvent[], blocked: BlockedStreams): Touch[] {
    const touches: Touch[] = [];
    for (const event of events) {
      if (blocked.holds(event)) continue;
      try {
        const ids = readModel.documentIds(event);
        if (ids.length > 0) touches.push({ event, ids });
      } catch (error) {
        blocked.block(event, { error, attempts: 1 });
      }
    }
    return touches;
  }

  async function load(touches: readonly Touch[]): Promise<void> {
    const missing = new Set<string>();
    for (const { ids } of touches) for (const id of ids) if (!entries.has(id)) missing.add(id);
    const stored = holdsAll || missing.size === 0 ? null : await generation.load([...missing]);
    for (const id of missing) {
      const found = stored?.get(id);
      entries.set(id, { id, document: found?.document ?? null, position: found?.position ?? null });
    }
  }

  function foldOne({ event, ids }: Touch): void {
    // First all, then kept: an event counts for each of its documents or, where one fails, for none.
    const next: [Entry, Document | null][] = [];
    for (const id of ids) {
      const entry = entries.get(id);
      if (!entry || (entry.position !== null && entry.position >= event.position)) continue;
      const document = readModel.project(event, entry.document, id);
      if (document !== entry.document) next.push([entry, document]);
    }
    for (const [entry, document] of next) {
      entry.document = document;
      entry.position = event.position;
      changed.add(entry);
    }
  }

  return {
    get changed() {
      return changed.size;
    },
    get held() {
      return entries.size;
    },

    async take(events, blocked) {
      const touches = touchesOf(events, blocked);
      await load(touches);
      for (const touch of touches) {
        if (blocked.holds(touch.event)) continue;
        try {
          foldOne(touch);
        } catch (error) {
          // A fold has no luck to try again: the same event fails in the same way.
          blocked.block(touch.event, { error, attempts: 1 });
        }
      }
    },

    takeChanges() {
      const writes: DocumentWrite[] = [];
      for (const { id, document, position } of changed) if (position !== null) writes.push({ id, document, position });
      changed.clear();
      if (entries.size > keepDocuments) {
        entries.clear();
        holdsAll = false;
      }
      return writes;
    },
  };
}
