import { HttpException } from '@nestjs/common';
import { STATUS_CODES } from 'node:http';
import { BlobNotFoundError, BlobTooLargeError } from '@leadline/engines/blobs';
import { AppendTooLargeError } from '@leadline/engines/event-store';
import { EngineUnavailableError } from '@leadline/engines';
import { InvalidCursorError } from '@leadline/engines/read-models';
import { isDomainError, StaleRevisionError, WrongExpectedRevisionError } from '@leadline/event-sourcing';
import type { Language } from '../access/caller.js';
import { explain, type MessageDefinition } from './messages.js';
import type { ProblemDocument } from './problem-document.js';
import { invalidInput, ProblemError, type Sentence } from './problem-error.js';

export interface Problem {
  readonly document: ProblemDocument;
  readonly headers: Readonly<Record<string, string>>;
  /** True for what nobody foresaw: it is to be logged, and the caller learns nothing of it. */
  readonly unexpected: boolean;
}

/** The problem document of any error, in a language. */
export function toProblem(
  error: unknown,
  language: Language,
  catalogue: ReadonlyMap<string, MessageDefinition>,
): Problem {
  if (isDomainError(error)) {
    const { status, detail } = explain(catalogue, error.code, error.params, language);
    return problem(new ProblemError(status, error.code, detail), language);
  }
  const known = knownProblem(error);
  return known ? problem(known, language) : problem(INTERNAL, language, true);
}

function problem(error: ProblemError, language: Language, unexpected = false): Problem {
  const { status, code, extra } = error;
  const document: ProblemDocument = {
    type: `urn:leadline:problem:${code}`,
    title: titleOf(status, language),
    status,
    code,
    detail: say(error.detail, language),
  };
  if (extra.errors) {
    document.errors = extra.errors.map(({ field, message, code: rule }) => ({
      field,
      message: say(message, language),
      ...(rule === undefined ? {} : { code: rule }),
    }));
  }
  return { document, headers: extra.headers ?? {}, unexpected };
}

function knownProblem(error: unknown): ProblemError | null {
  if (error instanceof ProblemError) return error;
  if (error instanceof StaleRevisionError) return error.actual < 0 ? NOT_FOUND : STALE_REVISION;
  if (error instanceof WrongExpectedRevisionError) return CONFLICT;
  if (error instanceof EngineUnavailableError) return UNAVAILABLE;
  if (error instanceof AppendTooLargeError || error instanceof BlobTooLargeError) return TOO_LARGE;
  if (error instanceof BlobNotFoundError) return NOT_FOUND;
  if (error instanceof InvalidCursorError) return INVALID_CURSOR;
  if (error instanceof HttpException) return ofStatus(error.getStatus());
  // What Fastify says before Nest is there: a URL that cannot be decoded, a header that is too long.
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') {
    return error.statusCode < 500 ? ofStatus(error.statusCode) : null;
  }
  return null;
}

/** An error that only has a status: Nest's and Fastify's own. Their texts quote what was sent, so they are not repeated. */
function ofStatus(status: number): ProblemError | null {
  return (
    BY_STATUS.get(status) ?? (status < 500 ? new ProblemError(status, `http-${status}`, titleOf(status, 'en')) : null)
  );
}

function say(sentence: Sentence, language: Language): string {
  return typeof sentence === 'string' ? sentence : sentence[language];
}

function titleOf(status: number, language: Language): string {
  const german = language === 'de' ? GERMAN_TITLES[status] : undefined;
  return german ?? STATUS_CODES[status] ?? 'Error';
}

const GERMAN_TITLES: Readonly<Record<number, string>> = {
  400: 'Ungültige Anfrage',
  401: 'Nicht angemeldet',
  403: 'Nicht erlaubt',
  404: 'Nicht gefunden',
  405: 'Methode nicht vorgesehen',
  409: 'Konflikt',
  412: 'Inzwischen geändert',
  413: 'Zu groß',
  415: 'Format nicht unterstützt',
  422: 'Nicht verarbeitbar',
  429: 'Zu viele Anfragen',
  500: 'Interner Fehler',
  503: 'Vorübergehend nicht verfügbar',
};

const INTERNAL = new ProblemError(500, 'internal-error', {
  en: 'Something went wrong here. It has been logged under the correlation id of this answer.',
  de: 'Hier ist etwas schiefgegangen. Es ist unter der Correlation-Id dieser Antwort protokolliert.',
});
const STALE_REVISION = new ProblemError(412, 'stale-revision', {
  en: 'It has been changed since you read it. Read it again and decide anew.',
  de: 'Es wurde geändert, seit Sie es gelesen haben. Bitte neu laden und erneut entscheiden.',
});
const CONFLICT = new ProblemError(409, 'conflict', {
  en: 'Others were changing it at the same moment. Try again.',
  de: 'Andere haben es im selben Moment geändert. Bitte noch einmal versuchen.',
});
const UNAVAILABLE = new ProblemError(
  503,
  'engine-unavailable',
  {
    en: 'A part of Leadline cannot be reached at the moment.',
    de: 'Ein Teil von Leadline ist gerade nicht erreichbar.',
  },
  { headers: { 'retry-after': '1' } },
);
const TOO_LARGE = new ProblemError(413, 'too-large', {
  en: 'That is more than can be taken at once.',
  de: 'Das ist mehr, als auf einmal angenommen werden kann.',
});
const NOT_FOUND = new ProblemError(404, 'not-found', { en: 'There is no such thing.', de: 'Das gibt es nicht.' });
const INVALID_CURSOR = invalidInput({
  field: 'after',
  code: 'cursor',
  message: {
    en: 'must be the cursor of a page of this very list',
    de: 'muss der Cursor einer Seite genau dieser Liste sein',
  },
});

const BY_STATUS: ReadonlyMap<number, ProblemError> = new Map([
  [
    400,
    new ProblemError(400, 'invalid-request', {
      en: 'The request cannot be read.',
      de: 'Die Anfrage ist nicht lesbar.',
    }),
  ],
  [404, NOT_FOUND],
  [413, TOO_LARGE],
  [
    415,
    new ProblemError(415, 'unsupported-media-type', {
      en: 'This route does not understand the content type.',
      de: 'Diese Route versteht den Content-Type nicht.',
    }),
  ],
  [503, UNAVAILABLE],
]);
