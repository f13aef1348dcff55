/** Parameters of a rejection, for the sentence that explains it: JSON primitives, no personal data. */
export type ErrorParams = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * A rule that forbids a command. The code is stable and public (`lead.phases-incomplete`); the sentence for people is
 * made from it at the edge, in their language.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    readonly params: ErrorParams = {},
  ) {
    super(code);
  }
}

/** True for a {@link DomainError}, also one from another realm (a worker, a test's module registry). */
export function isDomainError(error: unknown): error is DomainError {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'DomainError';
}
