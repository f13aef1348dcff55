import { describe, expect, it } from '@jest/globals';
import { createSession, type Myself, type Session, type TabMessage } from './session.js';

const ADA: Myself = {
  id: '1',
  email: 'ada@leadline.example',
  name: 'Ada Byron',
  role: 'agent',
  language: 'en',
  timeZone: 'Europe/Berlin',
  teamIds: [],
};
const LIFETIME_MS = 15 * 60_000;

interface World {
  readonly session: Session;
  readonly asked: string[];
  readonly posted: TabMessage[];
  /** What the server says from now on. */
  answers: (path: string) => Response | Promise<Response>;
  passMs: (ms: number) => void;
  hear: (message: TabMessage) => void;
}

/** A tab before a server that gives tokens t1, t2 … until it is told otherwise. */
function tab(): World {
  let nowMs = 0;
  let tokens = 0;
  let hear: (message: TabMessage) => void = () => undefined;
  let timers: { readonly atMs: number; readonly work: () => void }[] = [];
  const world: World = {
    asked: [],
    posted: [],
    answers: () => signedIn(`t${++tokens}`),
    passMs(ms) {
      nowMs += ms;
      const due = timers.filter(({ atMs }) => atMs <= nowMs);
      timers = timers.filter(({ atMs }) => atMs > nowMs);
      for (const { work } of due) work();
    },
    hear: (message) => hear(message),
    session: createSession({
      fetch(path) {
        world.asked.push(path);
        return Promise.resolve(world.answers(path));
      },
      exclusively: (work) => work(),
      tabs: { post: (message) => world.posted.push(message), listen: (listener) => (hear = listener) },
      elapsedMs: () => nowMs,
      later(work, afterMs) {
        const timer = { atMs: nowMs + afterMs, work };
        timers.push(timer);
        return () => {
          timers = timers.filter((each) => each !== timer);
        };
      },
    }),
  };
  return world;
}

/** The server's clock is days off from that of this machine: only the difference counts. */
function signedIn(accessToken: string): Response {
  const at = Date.parse('2026-11-22T12:00:00Z');
  return new Response(JSON.stringify({ accessToken, expiresAt: new Date(at + LIFETIME_MS).toISOString(), user: ADA }), {
    headers: { date: new Date(at).toUTCString() },
  });
}

const refused = (): Response => new Response('{"code":"unauthenticated"}', { status: 401 });

describe('a session', () => {
  it('is taken up again by the cookie', async () => {
    const world = tab();
    await world.session.start();
    expect(world.session.state()).toEqual({ kind: 'signedIn', user: ADA });
    expect(await world.session.token()).toBe('t1');
    expect(world.asked).toEqual(['/api/identity/refresh']);
  });

  it('is none where the cookie is good for nothing, and what needs one is told', async () => {
    const world = tab();
    world.answers = refused;
    await world.session.start();
    expect(world.session.state().kind).toBe('signedOut');
    await expect(world.session.token()).rejects.toMatchObject({ status: 401 });
  });

  it('is waited for while the server cannot be reached, and at last not any more', async () => {
    const world = tab();
    const { answers } = world;
    world.answers = () => Promise.reject(new TypeError('network'));
    const started = world.session.start();
    await settled();
    expect(world.session.state().kind).toBe('starting');
    world.answers = answers;
    world.passMs(1_000);
    await started;
    expect(world.session.state().kind).toBe('signedIn');

    const lost = tab();
    lost.answers = () => new Response('{}', { status: 503 });
    const given = lost.session.start();
    for (const seconds of [1, 2, 3, 4]) {
      await settled();
      lost.passMs(seconds * 1_000);
    }
    await given;
    expect(lost.session.state().kind).toBe('signedOut');
  });

  it('renews its token before that ends, and once for all who wait', async () => {
    const world = tab();
    await world.session.start();
    world.passMs(LIFETIME_MS - 30_000);
    expect(await world.session.token()).toBe('t1');
    world.passMs(30_000);
    const tokens = await Promise.all([world.session.token(), world.session.token()]);
    expect(new Set(tokens).size).toBe(1);
    expect(world.asked.length).toBeLessThanOrEqual(3);
  });

  it('takes another token for one that was refused, unless there is another already', async () => {
    const world = tab();
    await world.session.start();
    expect(await world.session.renew('t1')).toBe('t2');
    expect(await world.session.renew('t1')).toBe('t2');
  });

  it('that ends keeps the page, and those who wait go on when somebody has signed in again', async () => {
    const world = tab();
    await world.session.start();
    world.answers = refused;
    const waiting = world.session.renew('t1');
    const alsoWaiting = world.session.token();
    await settled();
    expect(world.session.state()).toEqual({ kind: 'expired', user: ADA });

    await expect(world.session.signIn(ADA.email, 'wrong')).rejects.toMatchObject({ status: 401 });
    expect(world.session.state().kind).toBe('expired');

    world.answers = () => signedIn('again');
    await world.session.signIn(ADA.email, 'right');
    expect(await waiting).toBe('again');
    expect(await alsoWaiting).toBe('again');
    expect(world.session.state().kind).toBe('signedIn');
  });

  it('does not end because the server cannot be reached', async () => {
    const world = tab();
    await world.session.start();
    world.answers = () => Promise.reject(new TypeError('network'));
    await expect(world.session.renew('t1')).rejects.toMatchObject({ code: 'network' });
    world.answers = () => new Response('{}', { status: 503 });
    await expect(world.session.renew('t1')).rejects.toMatchObject({ status: 503 });
    expect(world.session.state().kind).toBe('signedIn');
  });

  it('ends for good on sign-out, also where the server cannot be told', async () => {
    const world = tab();
    await world.session.start();
    world.answers = refused;
    const waiting = world.session.renew('t1');
    await settled();
    world.answers = () => Promise.reject(new TypeError('network'));
    await world.session.signOut();
    await expect(waiting).rejects.toMatchObject({ status: 401 });
    expect(world.session.state().kind).toBe('signedOut');
    expect(world.posted).toEqual(['signedOut']);
  });

  it('is shared by all tabs', async () => {
    const world = tab();
    await world.session.start();
    world.hear('signedOut');
    expect(world.session.state().kind).toBe('signedOut');
    world.hear('signedIn');
    await settled();
    expect(world.session.state().kind).toBe('signedIn');
  });
});

/** All that was waiting for nothing but its turn has had it. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
