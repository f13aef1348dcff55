import { isIPv6 } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Config } from '../config/config.js';
import { ProblemError } from '../problems/problem-error.js';

/** Short, so that whoever went too far waits for seconds and not for a minute. */
const WINDOW_SECONDS = 10;

/** Told how much is left from here on; before, it would be bytes that nobody reads. */
const NEARLY_SPENT = 0.2;

/** Counts a request of one key; resolves to 429 where it is one too many. */
export type RateLimit = (key: string, reply: FastifyReply) => Promise<ProblemError | undefined>;

/**
 * How often one may ask. Each process counts by itself, in memory: with n replicas it is n times as much, and a restart
 * forgets. It stops loops that run away, and guessing; no bill is made of it.
 */
export interface RateLimits {
  /** Of whoever shows a valid token, by their id. Null: no limit. */
  readonly user: RateLimit | null;
  /** Of requests without one, by {@link addressOf}. Null: no limit. */
  readonly address: RateLimit | null;
}

export function rateLimits({ perUser, perAddress }: Config['rateLimits']): RateLimits {
  return { user: rateLimit('user', perUser), address: rateLimit('address', perAddress) };
}

function rateLimit(name: string, perMinute: number): RateLimit | null {
  if (perMinute === 0) return null;
  const quota = Math.ceil((perMinute * WINDOW_SECONDS) / 60);
  const limiter = new RateLimiterMemory({ keyPrefix: '', points: quota, duration: WINDOW_SECONDS });
  const policy = `"${name}";q=${quota};w=${WINDOW_SECONDS}`;

  // draft-ietf-httpapi-ratelimit-headers, as of its 10th version.
  const tell = (reply: FastifyReply, { remainingPoints, msBeforeNext }: RateLimiterRes): number => {
    const seconds = Math.ceil(msBeforeNext / 1000);
    void reply
      .header('ratelimit-policy', policy)
      .header('ratelimit', `"${name}";r=${Math.max(remainingPoints, 0)};t=${seconds}`);
    return seconds;
  };
  return async (key, reply) => {
    try {
      const state = await limiter.consume(key);
      if (state.remainingPoints < quota * NEARLY_SPENT) tell(reply, state);
      return undefined;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      return tooMany(Math.max(tell(reply, error), 1));
    }
  };
}

/** Where a request comes from; of IPv6 the network, since a household or a server has a whole one (RFC 6177). */
export function addressOf({ ip }: Pick<FastifyRequest, 'ip'>): string {
  if (!isIPv6(ip)) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  // As the URL parser writes it: lower case, no leading zeros, one "::" at most.
  const canonical = new URL(`http://[${ip.split('%', 1)[0] ?? ip}]`).hostname.slice(1, -1);
  const [before = '', after] = canonical.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length;
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

function tooMany(seconds: number): ProblemError {
  return new ProblemError(
    429,
    'too-many-requests',
    {
      en: `Too many requests. Try again in ${seconds} s.`,
      de: `Zu viele Anfragen. Bitte in ${seconds} s noch einmal versuchen.`,
    },
    { headers: { 'retry-after': String(seconds) } },
  );
}
