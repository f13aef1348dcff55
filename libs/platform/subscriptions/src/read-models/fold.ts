import type { Position, StoredEvent } from '@leadline/event-sourcing';
import type { ReadModel } from '../definitions.js';
import type { Document, DocumentWrite, Generation } from '../ports.js';
import type { BlockedStreams } from '../work/blocked-streams.js';

export interface FoldOptions {
  readonly readModel: ReadModel;
  readonly generation: Generation<Document>;
  /** True for a generation that is empty and nobody else's: then documents stay in memory until they are swept out. */
  readonly isOwn: boolean;
}

/** Folds events into the documents of a generation, in memory, until they are written in one go. */
export interface Fold {
  /** Documents that wait to be written. */
  readonly changed: number;
  /** Documents in memory. */
  readonly held: number;
  /** Folds events, in the order of the log. Those of a blocked stream are left; one that fails blocks its stream. */
  take(events: readonly StoredEvent[], blocked: BlockedStreams): Promise<void>;
  /** All documents that are yet to be written. */
  takeChanges(): readonly DocumentWrite[];
  /** Lets go of the documents that no event touched since the last time; answers those that are yet to be written. */
  sweep(): readonly DocumentWrite[];
}

interface Entry {
  readonly id: string;
  document: Document | null;
  position: Position | null;
  isTouched: boolean;
}

interface Touch {
  readonly event: StoredEvent;
  readonly ids: readonly string[];
}

export function foldInto(options: FoldOptions): Fold {
  const { readModel, generation, isOwn } = options;
  const entries = new Map<string, Entry>();
  const changed = new Set<Entry>();
  /** While nothing was ever dropped, what is not in memory is not in the generation either. */
  let holdsAll = isOwn;

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
    for (const { event, ids } of touches) {
      // A stream's first event has no document before it. Where the event comes again there is one, but the store's guard
      // leaves that as it is.
      const isFirst = readModel.ofOneStream && event.revision === 0;
      for (const id of ids) {
        if (entries.has(id)) continue;
        if (isFirst || holdsAll) keep(id, null, null);
        else missing.add(id);
      }
    }
    if (missing.size === 0) return;
    const stored = await generation.load([...missing]);
    for (const id of missing) {
      const found = stored.get(id);
      if (!entries.has(id)) keep(id, found?.document ?? null, found?.position ?? null);
    }
  }

  function keep(id: string, document: Document | null, position: Position | null): void {
    entries.set(id, { id, document, position, isTouched: false });
  }

  /** An event counts for each of its documents or, where one fails, for none. */
  function foldOne({ event, ids }: Touch): void {
    const [first] = ids;
    if (ids.length === 1 && first !== undefined) {
      const entry = due(event, first);
      if (entry) advance(entry, event, readModel.project(event, entry.document, first));
      return;
    }
    const next: [Entry, Document | null][] = [];
    for (const id of new Set(ids)) {
      const entry = due(event, id);
      if (entry) next.push([entry, readModel.project(event, entry.document, id)]);
    }
    for (const [entry, document] of next) advance(entry, event, document);
  }

  /** The document, where it has not seen the event yet. */
  function due(event: StoredEvent, id: string): Entry | null {
    const entry = entries.get(id);
    return !entry || (entry.position !== null && entry.position >= event.position) ? null : entry;
  }

  function advance(entry: Entry, event: StoredEvent, document: Document | null): void {
    entry.isTouched = true;
    if (document === entry.document) return;
    entry.document = document;
    entry.position = event.position;
    changed.add(entry);
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
      const writes = [...changed].flatMap(writeOf);
      changed.clear();
      if (!isOwn) entries.clear();
      return writes;
    },

    sweep() {
      const writes: DocumentWrite[] = [];
      holdsAll = false;
      for (const entry of entries.values()) {
        const isWarm = entry.isTouched;
        entry.isTouched = false;
        if (isWarm) continue;
        entries.delete(entry.id);
        if (changed.delete(entry)) writes.push(...writeOf(entry));
      }
      return writes;
    },
  };
}

function writeOf({ id, document, position }: Entry): DocumentWrite[] {
  return position === null ? [] : [{ id, document, position }];
}
