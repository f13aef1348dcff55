import { useSyncExternalStore } from 'react';
import { session } from './browser-session.js';
import type { Myself, SessionState } from './session.js';

/** The state of the session; the component shows itself again when it changes. */
export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.state);
}

const NOBODY: Myself = { id: '', email: '', name: '', role: 'agent', language: 'en', timeZone: 'UTC', teamIds: [] };

/** Who is signed in. For pages behind the sign-in; outside of them nobody. */
export function useMyself(): Myself {
  const state = useSession();
  return 'user' in state ? state.user : NOBODY;
}
