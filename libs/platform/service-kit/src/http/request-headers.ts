import { randomUUID } from 'node:crypto';
import { invalidInput, type Sentence } from '../problems/problem-error.js';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const CORRELATION_ID = /^[\w.:-]{1,128}$/;
/** As both event stores write them; anything else would be waited for in vain. */
const POSITION = /^(?:\d{16}|\d{20}-\d{20})$/;
const TRACE_PARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/;

/** What ties together all that a request causes: `X-Correlation-Id`, else the trace id of `traceparent`, else fresh. */
export function correlationIdOf(headers: Headers): string {
  const given = headers['x-correlation-id'];
  if (typeof given === 'string' && CORRELATION_ID.test(given)) return given;
  const trace = headers['traceparent'];
  return (typeof trace === 'string' && TRACE_PARENT.exec(trace)?.[1]) || randomUUID();
}

/**
 * The revision in `If-Match`; undefined where there is none, or `*`. A weak tag counts as its strong one, since a proxy
 * that compresses makes one of the other.
 * @throws ProblemError 400
 */
export function ifMatchOf(headers: Headers): number | undefined {
  const given = headers['if-match'];
  if (given === undefined || given === '*') return undefined;
  const revision = typeof given === 'string' ? /^(?:W\/)?"(\d{1,15})"$/.exec(given.trim())?.[1] : undefined;
  if (revision === undefined) {
    throw headerProblem('If-Match', {
      en: 'must be one revision as an entity tag, for example "12"',
      de: 'muss eine Revision als Entity-Tag sein, zum Beispiel "12"',
    });
  }
  return Number(revision);
}

/** @throws ProblemError 400 unless it is 1 to 255 printable ASCII characters */
export function idempotencyKeyOf(headers: Headers): string | undefined {
  const given = headers['idempotency-key'];
  if (given === undefined) return undefined;
  if (typeof given === 'string' && /^[\x20-\x7e]{1,255}$/.test(given) && given.trim() !== '') return given;
  throw headerProblem('Idempotency-Key', {
    en: 'must be 1 to 255 printable ASCII characters',
    de: 'muss aus 1 bis 255 druckbaren ASCII-Zeichen bestehen',
  });
}

/** @throws ProblemError 400 for what cannot be a position */
export function positionOf(headers: Headers): string | undefined {
  const given = headers['leadline-position'];
  if (given === undefined) return undefined;
  if (typeof given === 'string' && POSITION.test(given)) return given;
  throw headerProblem('Leadline-Position', {
    en: 'must be a position as a command answered it',
    de: 'muss eine Position sein, wie ein Befehl sie beantwortet hat',
  });
}

function headerProblem(field: string, message: Sentence): Error {
  return invalidInput({ field, code: 'header', message });
}
