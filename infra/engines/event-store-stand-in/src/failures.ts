import { Metadata, status, type StatusObject } from '@grpc/grpc-js';

/** A request that ends with a gRPC status, and what the client reads beside it. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: status,
    readonly details: string,
    readonly exception: Readonly<Record<string, string>> = {},
  ) {
    super(details);
  }

  toStatus(): StatusObject {
    const metadata = new Metadata();
    for (const [key, value] of Object.entries(this.exception)) metadata.set(key, value);
    return { code: this.code, details: this.details, metadata };
  }
}

export function invalid(details: string): Failure {
  return new Failure(status.INVALID_ARGUMENT, details);
}

export function unsupported(what: string): Failure {
  return new Failure(status.UNIMPLEMENTED, `The stand-in has no ${what}`);
}

export function shuttingDown(): Failure {
  return new Failure(status.UNAVAILABLE, 'Server is shutting down');
}

export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const isError = typeof error === 'object' && error !== null && 'name' in error && 'message' in error;
  if (isError && error.name === 'TypeError') return invalid(String(error.message));
  return new Failure(status.UNAVAILABLE, isError ? String(error.message) : String(error));
}
