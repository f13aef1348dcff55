import type { Consumer } from 'kafkajs';

/** What becomes of a kafkajs consumer, which its own `run` does not tell. Ask before running it. */
export interface Membership {
  /** Resolves once it has joined its group; rejects when it breaks before that. */
  readonly joined: Promise<void>;
  /** Rejects when it breaks; kafkajs has disconnected it by then. */
  readonly broken: Promise<never>;
}

export function membershipOf(consumer: Consumer): Membership {
  const broken = new Promise<never>((_, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
  });
  const joined = new Promise<void>((resolve) => {
    consumer.on(consumer.events.GROUP_JOIN, () => resolve());
  });
  const membership = { joined: Promise.race([joined, broken]), broken };
  // They may break while nobody waits for them; whoever does later still learns of it.
  membership.joined.catch(() => undefined);
  broken.catch(() => undefined);
  return membership;
}
