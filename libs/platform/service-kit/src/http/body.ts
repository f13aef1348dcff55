import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../problems/problem-error.js';

/** Bytes of a body unless its route says otherwise. */
export const BODY_LIMIT = 1024 * 1024;

/** Deeper than any document of ours; recursion over a body ends here. */
const MAX_DEPTH = 32;

/**
 * Sets what bodies the service can read: JSON, and CSV as bytes, since only its content tells how it is encoded. Which
 * route takes which is the route's setting. No JSON gets through that an engine behind could not store or that could
 * reach a prototype.
 */
export function readBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => {
    // A command without data may come with the content type of one with data.
    if (bytes.length === 0) return done(null, undefined);
    // Decoding would put something else in the place of what is broken, and store that.
    if (typeof bytes === 'string' || !isUtf8(bytes)) return done(NOT_UTF8);
    try {
      const body: unknown = JSON.parse(bytes.toString());
      // It would pass for no body at all, and so for one that changes nothing.
      if (body === null) throw NULL;
      check(body, 0);
      done(null, body);
    } catch (error) {
      done(error instanceof ProblemError ? error : MALFORMED);
    }
  });
  fastify.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes));
}

/** True for text that every engine takes: no NUL (PostgreSQL has none), no half of a surrogate pair (no UTF-8 for it). */
export function isStorable(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}

function check(value: unknown, depth: number): void {
  if (typeof value === 'string') {
    if (!isStorable(value)) throw UNSTORABLE;
  } else if (typeof value === 'object' && value !== null) {
    if (depth >= MAX_DEPTH) throw TOO_DEEP;
    if (Array.isArray(value)) {
      for (const item of value) check(item, depth + 1);
      return;
    }
    for (const [key, item] of Object.entries(value)) {
      if (FORBIDDEN_KEYS.has(key) || !isStorable(key)) throw UNSTORABLE;
      check(item, depth + 1);
    }
  }
}

/** What every object has: by these an assignment reaches the prototype of all, or is taken for no field at all. */
const FORBIDDEN_KEYS = new Set(['prototype', ...Object.getOwnPropertyNames(Object.prototype)]);

const MALFORMED = new ProblemError(400, 'malformed-json', {
  en: 'The body is not valid JSON.',
  de: 'Der Inhalt ist kein gültiges JSON.',
});
const NOT_UTF8 = new ProblemError(400, 'malformed-json', {
  en: 'The body is not UTF-8, as JSON must be.',
  de: 'Der Inhalt ist kein UTF-8, wie JSON es sein muss.',
});
const NULL = new ProblemError(400, 'malformed-json', {
  en: 'The body is null, which is no body: leave it out, or send an object.',
  de: 'Der Inhalt ist null, also keiner: bitte weglassen oder ein Objekt senden.',
});
const TOO_DEEP = new ProblemError(400, 'malformed-json', {
  en: `The body is nested more than ${MAX_DEPTH} levels deep.`,
  de: `Der Inhalt ist tiefer als ${MAX_DEPTH} Ebenen verschachtelt.`,
});
export const UNSTORABLE = new ProblemError(400, 'unstorable-text', {
  en: 'There are characters in it that cannot be stored: NUL, half a surrogate pair, or a reserved name of a field.',
  de: 'Es enthält Zeichen, die nicht gespeichert werden können: NUL, ein halbes Surrogatpaar oder einen reservierten Feldnamen.',
});
