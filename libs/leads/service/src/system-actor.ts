import { nameId, type Actor } from '@leadline/event-sourcing';

/** Leadline itself, keeping its books. */
export const LEADS: Actor = { kind: 'system', id: nameId('leadline.leads'), name: 'Leadline' };
