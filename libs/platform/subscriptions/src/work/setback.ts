import type { Position } from '@leadline/event-sourcing';
import type { Ledger, Setback } from '../ledger-port.js';
import type { EventStore } from '../ports.js';
import { BEGINNING } from './position.js';

export interface SetbackSearch {
  /** As the ledger is to remember it. */
  readonly subscription: string;
  readonly partition: number;
  readonly kind: Setback['kind'];
  readonly checkpoint: () => Promise<Position | null>;
  readonly eventStore: Pick<EventStore, 'head' | 'reaches'>;
  readonly ledger: Pick<Ledger, 'setback' | 'putSetback'>;
  readonly now: () => Date;
}

/**
 * The setback of a subscription that is known and not mended yet, or one found now: its checkpoint stands where the log has
 * not come to, since the log was restored from an older backup. Found once, it stays known: the log grows, and some time
 * it would reach the checkpoint again and look well, with events in between that the subscription has never seen.
 */
export async function findSetback(search: SetbackSearch): Promise<Setback | null> {
  const { subscription, partition, kind, eventStore, ledger, now } = search;
  const known = await ledger.setback(subscription, partition);
  if (known) return known;
  // The checkpoint first: then a log that others append to meanwhile is further in any case.
  const checkpoint = await search.checkpoint();
  if (checkpoint === null || checkpoint === BEGINNING || (await eventStore.reaches(checkpoint))) return null;
  const head = await eventStore.head();
  const found = { subscription, partition, kind, checkpoint, head, foundAt: now().toISOString() };
  await ledger.putSetback(found);
  return found;
}

/**
 * Lets a reaction or publication go on from where the log ended when its setback was found. What it did for events that are
 * lost is not undone, and its dead letters among them are gone with them; what was appended since is dealt with. Cut short,
 * it is safe to repeat.
 */
export async function mendSetback(
  ledger: Pick<Ledger, 'deadLetters' | 'removeDeadLetter' | 'resetCheckpoint' | 'removeSetback'>,
  { subscription, partition, head }: Setback,
): Promise<void> {
  for (const letter of await ledger.deadLetters(subscription)) {
    const isLost = letter.partition === partition && letter.position > (head ?? BEGINNING);
    if (isLost) await ledger.removeDeadLetter(letter.id);
  }
  await ledger.resetCheckpoint(subscription, partition, head);
  await ledger.removeSetback(subscription, partition);
}

/**
 * Lets all go on that were refused, see {@link mendSetback}; answers them. Read models are left: they are folded anew by
 * themselves. Processes that are running notice within seconds.
 */
export async function resetCheckpoints(ledger: Ledger): Promise<readonly Setback[]> {
  const refused = (await ledger.setbacks()).filter(({ kind }) => kind !== 'readModel');
  for (const setback of refused) await mendSetback(ledger, setback);
  return refused;
}
