import { createSession, type TabMessage } from './session.js';

const channel = new BroadcastChannel('leadline-session');

/** The session of this tab. */
export const session = createSession({
  fetch: (path, init) => fetch(path, init),
  // Without a secure context there are no locks; then two tabs may, at worst, have to sign in again.
  exclusively: (work) => ('locks' in navigator ? navigator.locks.request('leadline-session', work) : work()),
  tabs: {
    post: (message) => channel.postMessage(message),
    listen: (listener) => {
      channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => listener(data));
    },
  },
  elapsedMs: () => performance.now(),
  later: (work, afterMs) => {
    const timer = setTimeout(work, afterMs);
    return () => clearTimeout(timer);
  },
});
