import { describe, expect, it } from '@jest/globals';
import {
  AccessDeniedError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  UnavailableError,
  UnknownError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { persistently, portError } from './kurrent-errors.js';

function serviceError(code: status, exception: Record<string, string> = {}): ServiceError {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(exception)) metadata.set(key, value);
  return Object.assign(new Error(status[code]), { code, details: '', metadata });
}

const notLeader = () =>
  new NotLeaderError(
    serviceError(status.NOT_FOUND, { 'leader-endpoint-host': 'other', 'leader-endpoint-port': '2113' }),
  );

describe('an error of EventStoreDB', () => {
  it.each([
    ['cannot be reached', new UnavailableError()],
    ['is not the leader', notLeader()],
    ['takes too long', new DeadlineExceededError()],
    ['is busy, as a batch append says it', new UnknownError(undefined, 'Could not recognize Server Is Busy')],
    ['denies access', new AccessDeniedError()],
    ['fails raw when asked what it can do', serviceError(status.UNAVAILABLE)],
  ])('that it %s is that the engine is not available', (_, error) => {
    expect(portError(error, 'EventStoreDB')).toMatchObject({ name: 'EngineUnavailableError' });
  });

  it.each([
    [7n, 7],
    ['no_stream' as const, -1],
  ])('about the expected version %s says what was expected and what is', (current, actual) => {
    const error = new WrongExpectedVersionError(undefined, { streamName: 'lead-1', expected: 3n, current });
    const mapped = portError(error, 'EventStoreDB', { stream: 'lead-1', expected: 3 });
    expect(mapped).toMatchObject({ name: 'WrongExpectedRevisionError', stream: 'lead-1', expected: 3, actual });
  });

  it('about the size is ours about the size', () => {
    const mapped = portError(new MaxAppendSizeExceededError(undefined, 1024), 'EventStoreDB');
    expect(mapped).toMatchObject({ name: 'AppendTooLargeError' });
  });

  it('that we know nothing of stays what it is', () => {
    const deleted = new StreamDeletedError(undefined, 'lead-1');
    const bug = new RangeError('ours');
    expect(portError(deleted, 'EventStoreDB')).toBe(deleted);
    expect(portError(bug, 'EventStoreDB')).toBe(bug);
  });
});

describe('a request that fails', () => {
  const failing = (times: number, error: () => Error) => {
    let calls = 0;
    return {
      attempt: async () => {
        calls += 1;
        if (calls <= times) throw error();
        return calls;
      },
      calls: () => calls,
    };
  };

  it('in passing is repeated, until it succeeds', async () => {
    const { attempt } = failing(2, () => new UnavailableError());
    await expect(persistently(true, attempt)).resolves.toBe(3);
  });

  it('in passing is not repeated for ever', async () => {
    const { attempt, calls } = failing(Infinity, () => new UnavailableError());
    await expect(persistently(true, attempt)).rejects.toMatchObject({ type: 'unavailable' });
    expect(calls()).toBe(3);
  });

  it('is not repeated when it may have been done and doing it twice would harm', async () => {
    const { attempt, calls } = failing(1, () => new UnavailableError());
    await expect(persistently(false, attempt)).rejects.toMatchObject({ type: 'unavailable' });
    expect(calls()).toBe(1);
  });

  it('is repeated in any case when the server says that it did nothing', async () => {
    const { attempt } = failing(1, notLeader);
    await expect(persistently(false, attempt)).resolves.toBe(2);
  });

  it('for good is not repeated', async () => {
    const { attempt, calls } = failing(1, () => new MaxAppendSizeExceededError(undefined, 1024));
    await expect(persistently(true, attempt)).rejects.toMatchObject({ type: 'maximum-append-size-exceeded' });
    expect(calls()).toBe(1);
  });
});
