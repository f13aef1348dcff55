import { Center, Loader } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, type ReactElement } from 'react';
import { read } from '../i18n/i18n.js';
import { SessionDialog } from '../session/session-dialog.js';
import { useSession } from '../session/use-session.js';
import { Shell } from './shell.js';

/** Around all pages, also those for nobody in particular. */
export function Root(): ReactElement {
  const state = useSession();
  const queries = useQueryClient();
  const user = 'user' in state ? state.user : null;
  const known = useRef<string | null>(null);

  useEffect(() => {
    if (!user || user.id === known.current) return;
    // Somebody else is here now, perhaps through another tab: nothing of what the one before saw stays.
    if (known.current !== null) queries.clear();
    known.current = user.id;
    void read(user.language);
  }, [user, queries]);

  if (state.kind === 'starting') {
    return (
      <Center h="100dvh" role="status" aria-label="Leadline">
        <Loader />
      </Center>
    );
  }
  return (
    <>
      <Outlet />
      <SessionDialog />
    </>
  );
}

/** Pages for those who have signed in; an expired session leaves them as they are. */
export function SignedIn(): ReactElement {
  const state = useSession();
  return state.kind === 'signedOut' ? <ToSignIn /> : <Shell />;
}

/** Once, from where one is: a `Navigate` would go on for as long as it is shown, and from wherever it has come to. */
function ToSignIn(): null {
  const router = useRouter();
  useEffect(() => {
    const { href } = router.latestLocation;
    void router.navigate({ to: '/sign-in', search: href === '/leads' ? {} : { to: href }, replace: true });
  }, [router]);
  return null;
}
