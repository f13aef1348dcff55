import type { Language } from '../access/caller.js';

/** A sentence in both languages, or one for both. */
export type Sentence = string | Readonly<Record<Language, string>>;

/** What is wrong with one field of what was sent. */
export interface FieldError {
  /** `customer.email`, `interests.0.quantity`; a header's or parameter's name. */
  readonly field: string;
  readonly message: Sentence;
  /** Stable name of the rule that was broken: `isEmail`, `required`. */
  readonly code?: string;
}

export interface ProblemExtra {
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that is a problem document (RFC 9457). Codes are public and stable. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: Sentence,
    readonly extra: ProblemExtra = {},
  ) {
    super(code);
  }
}

/** 404 for an id that leads nowhere: `new NotFoundProblem('lead', id)` answers `lead.not-found`. */
export class NotFoundProblem extends ProblemError {
  constructor(kind: string, id: string) {
    super(404, `${kind}.not-found`, {
      en: `There is no ${kind} with the id ${id}.`,
      de: `Es gibt nichts mit der Kennung ${id} (${kind}).`,
    });
  }
}

/** 400 for input that is wrong in the fields named. */
export function invalidInput(...errors: FieldError[]): ProblemError {
  return new ProblemError(
    400,
    'invalid-input',
    { en: 'Some of what was sent is not valid.', de: 'Ein Teil der Eingaben ist nicht gültig.' },
    { errors },
  );
}

export function unauthenticated(): ProblemError {
  return new ProblemError(
    401,
    'unauthenticated',
    { en: 'Sign in first: a valid bearer token is needed.', de: 'Bitte anmelden: Es fehlt ein gültiges Bearer-Token.' },
    { headers: { 'www-authenticate': 'Bearer realm="leadline"' } },
  );
}

export function forbidden(): ProblemError {
  return new ProblemError(403, 'forbidden', {
    en: 'Your role does not allow this.',
    de: 'Ihre Rolle erlaubt das nicht.',
  });
}
