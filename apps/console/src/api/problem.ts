/** What is wrong with one field of what was sent. */
export interface FieldError {
  /** `customer.email`, `interests.0.quantity`. */
  readonly field: string;
  readonly message: string;
}

/** An answer that is not the one hoped for: a problem document (RFC 9457), or none at all. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    /** 0 where nothing was answered. */
    readonly status: number,
    /** Stable; `network` where nothing was answered. */
    readonly code: string,
    /** A sentence for people, in their language; empty where the server had none. */
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    /** When it may be tried again. */
    readonly retryAfterMs?: number,
  ) {
    super(code);
  }

  /** True where the same request may succeed a moment later. */
  get isPassing(): boolean {
    return (
      this.status === 0 || this.status === 429 || this.status === 502 || this.status === 503 || this.status === 504
    );
  }
}

/** Where nothing was answered. */
export function unreachable(): Problem {
  return new Problem(0, 'network', '');
}

/** The problem in a body that was read already; whatever it holds, something can be said about it. */
export function problemIn(response: Response, body: unknown): Problem {
  const document: Record<string, unknown> = isRecord(body) ? body : {};
  const { code, detail, errors } = document;
  return new Problem(
    response.status,
    typeof code === 'string' ? code : `http-${response.status}`,
    typeof detail === 'string' ? detail : '',
    Array.isArray(errors) ? errors.flatMap(fieldErrorOf) : [],
    retryAfterMs(response.headers.get('retry-after')),
  );
}

/** The problem that a response is. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  return problemIn(response, body);
}

/** The messages by field, as forms take them. */
export function messagesByField(problem: Problem): Record<string, string> {
  return Object.fromEntries(problem.errors.map(({ field, message }) => [field, message]));
}

function fieldErrorOf(error: unknown): FieldError[] {
  if (!isRecord(error)) return [];
  const { field, message } = error;
  return typeof field === 'string' && typeof message === 'string' ? [{ field, message }] : [];
}

/** Seconds; a date in that header is not ours. */
function retryAfterMs(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
