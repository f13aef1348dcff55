import type { FastifyReply } from 'fastify';

/** What a command route may return; a `Handled` is one. Further fields are answered as they are. */
export interface CommandAnswer {
  readonly id?: string;
  readonly revision?: number;
  readonly position?: string | null;
  /** Answers with another status than the route's own: a creation that found what was there says 200. */
  readonly httpStatus?: number;
}

/** Turns a command's result into its answer: `{ id, revision }` and what else it says, ETag, Leadline-Position. */
export function answerCommand(result: unknown, reply: FastifyReply): unknown {
  if (typeof result !== 'object' || result === null) return result;
  const { position, httpStatus, ...fields }: CommandAnswer = result;
  const answer: Record<string, unknown> = fields;
  // These belong to `Handled` and are nobody's business outside.
  delete answer['events'];
  delete answer['repeated'];
  if (httpStatus !== undefined) reply.code(httpStatus);
  if (fields.revision !== undefined) reply.header('etag', etag(fields.revision));
  if (typeof position === 'string') reply.header('leadline-position', position);
  return answer;
}

/** The entity tag of a revision (RFC 9110 section 8.8.3). */
export function etag(revision: number): string {
  return `"${revision}"`;
}

/** What is read carries its revision as ETag, so that it can be sent back as If-Match. */
export function tagRevision(result: unknown, reply: FastifyReply): void {
  if (typeof result !== 'object' || result === null || !('revision' in result)) return;
  if (typeof result.revision === 'number' && !reply.hasHeader('etag')) reply.header('etag', etag(result.revision));
}
