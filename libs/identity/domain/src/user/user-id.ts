import { derivedId } from '@leadline/event-sourcing';

/** An address as it is compared: people write theirs in any case. */
export function foldEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/**
 * The id that belongs to an address.
 *
 * It follows from the folded address, so that the user's stream is itself the constraint that makes addresses unique: a
 * second registration finds the stream there, however many arrive at once, and no claim can be left behind by a crash.
 * An address can still change later: the id stays as it is, and the stream that the new address leads to says whose it
 * is now, written before the change, so that nobody else can register by it.
 */
export function userIdOf(email: string): string {
  return derivedId(`user ${foldEmail(email)}`);
}
