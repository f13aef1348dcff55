import { ProblemError, type Config } from '@leadline/service-kit';
import type { FastifyRequest } from 'fastify';

/**
 * Refuses a request that another site's page made, on top of SameSite=Strict, which lets pages of sibling domains through.
 * Browsers say where a request comes from: by Sec-Fetch-Site, and by Origin where they do not send that (plain http).
 * Who sends neither is no browser, and brought the cookie along on purpose.
 * @throws ProblemError 403
 */
export function assertSameOrigin({ headers, host }: FastifyRequest, { publicUrl }: Config): void {
  const { origin, 'sec-fetch-site': site } = headers;
  if (site !== undefined) {
    if (site === 'same-origin') return;
    throw CROSS_ORIGIN;
  }
  if (origin === undefined) return;
  const isOurs = publicUrl === undefined ? URL.parse(origin)?.host === host : URL.parse(publicUrl)?.origin === origin;
  if (!isOurs) throw CROSS_ORIGIN;
}

const CROSS_ORIGIN = new ProblemError(403, 'identity.cross-origin', {
  en: 'This can only be asked for by pages of Leadline itself.',
  de: 'Das geht nur von Seiten von Leadline selbst aus.',
});
