import { randomBytes } from 'node:crypto';
import type { EventStore } from '@leadline/engines/event-store';
import { handleCommand, isDomainError, newId } from '@leadline/event-sourcing';
import { userAggregate, userIdOf } from '@leadline/identity-domain';
import { systemClock, type Clock, type Config } from '@leadline/service-kit';
import { hashPassword } from './sign-in/password.js';
import { SYSTEM } from './system-actor.js';

export interface FirstAdministrator {
  /** False where there are users already: then nothing was done. */
  readonly created: boolean;
  readonly email: string;
  /** Only where it was generated now: to be shown once, it is kept nowhere. */
  readonly password?: string;
}

/**
 * Makes an administrator where there is no user at all. Two processes that start at once make one: the id follows from
 * the address, and its stream begins once.
 */
export async function ensureFirstAdministrator(options: {
  readonly eventStore: EventStore;
  readonly admin: Config['admin'];
  readonly clock?: Clock;
}): Promise<FirstAdministrator> {
  const { eventStore, admin, clock = systemClock } = options;
  const { email } = admin;
  if (await hasUsers(eventStore)) return { created: false, email };
  const password = admin.password ?? randomBytes(15).toString('base64url');
  const data = {
    email,
    name: 'Administrator',
    role: 'administrator' as const,
    language: 'en' as const,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    teamIds: [],
    passwordHash: await hashPassword(password),
  };
  const metadata = { id: newId(), actor: SYSTEM, at: clock.now(), correlationId: newId() };
  try {
    await handleCommand(eventStore, userAggregate, userIdOf(email), { type: 'RegisterUser', data, metadata });
  } catch (error) {
    if (isDomainError(error) && error.code === 'user.email-taken') return { created: false, email };
    throw error;
  }
  return { created: true, email, ...(admin.password === undefined && { password }) };
}

async function hasUsers(eventStore: EventStore): Promise<boolean> {
  const categories = [userAggregate.codec.category];
  for (let batch = await eventStore.readAll({ categories, limit: 1 }); ;) {
    if (batch.events.length > 0) return true;
    if (batch.caughtUp) return false;
    batch = await eventStore.readAll({ categories, limit: 1, after: batch.position });
  }
}
