import { LruCache, type Clock } from '@leadline/service-kit';

/** What is remembered is looked up anew in the background after this, */
const FRESH_MS = 20_000;
/** and never believed for longer than this: so long may what was ended elsewhere go on. */
const STALE_MS = 60_000;
const REMEMBERED = 10_000;

/** Things by id that are read from the event store, and seldom enough that a request need not wait for it. */
export interface KeptFresh<Thing> {
  /** The thing if that can be told without waiting. */
  atOnce(id: string): Thing | undefined;
  get(id: string): Promise<Thing>;
  /** Reads it now, whatever is remembered. */
  reread(id: string): Promise<Thing>;
}

export function keepFresh<Thing>(read: (id: string) => Promise<Thing>, clock: Clock): KeptFresh<Thing> {
  const known = new LruCache<string, { readonly thing: Thing; readonly readAtMs: number }>(REMEMBERED);
  const reading = new Map<string, Promise<Thing>>();

  async function readNow(id: string): Promise<Thing> {
    const readAtMs = clock.nowMs();
    const thing = await read(id);
    known.set(id, { thing, readAtMs });
    return thing;
  }

  function readOnce(id: string): Promise<Thing> {
    const present = reading.get(id);
    if (present) return present;
    const started = readNow(id).finally(() => reading.delete(id));
    reading.set(id, started);
    return started;
  }

  function atOnce(id: string): Thing | undefined {
    const remembered = known.get(id);
    const ageMs = remembered ? clock.nowMs() - remembered.readAtMs : Infinity;
    if (ageMs > STALE_MS) return undefined;
    // A store that cannot be reached now is asked again by the next request.
    if (ageMs > FRESH_MS) void readOnce(id).catch(() => undefined);
    return remembered?.thing;
  }

  return {
    atOnce,
    get: async (id) => atOnce(id) ?? readOnce(id),
    // One that is under way may have begun before what the caller wants to see.
    reread: async (id) => {
      await reading.get(id)?.catch(() => undefined);
      return readOnce(id);
    },
  };
}
