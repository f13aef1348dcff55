import type { Actor } from '@leadline/event-sourcing';

/** Leadline itself, where no user asked. */
export const SYSTEM: Actor = { kind: 'system', id: 'leadline', name: 'Leadline' };
