import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nameId } from '@leadline/event-sourcing';
import { checkDecider, given, testMetadata as metadata } from '@leadline/event-sourcing/testing';
import { operationAggregate, type OperationCommand } from './operation.js';

const { decider } = operationAggregate;
const jobId = nameId('job');
const deadLetterId = nameId('letter');
const rebuild: OperationCommand = { type: 'RequestReadModelRebuild', data: { jobId, readModel: 'leadList' }, metadata };
const verification: OperationCommand = {
  type: 'RequestReadModelVerification',
  data: { jobId, readModel: 'leadList' },
  metadata,
};
const retry: OperationCommand = { type: 'RequestDeadLetterRetry', data: { deadLetterId }, metadata };
const rebuildRequested = { type: 'ReadModelRebuildRequested' as const, data: { jobId, readModel: 'leadList' } };
const verificationRequested = {
  type: 'ReadModelVerificationRequested' as const,
  data: { jobId, readModel: 'leadList' },
};
const retryRequested = { type: 'DeadLetterRetryRequested' as const, data: { deadLetterId } };

describe('asking for an operation', () => {
  it('asks for a rebuild once', () => {
    given(decider).when(rebuild).then(rebuildRequested);
    given(decider, rebuildRequested).when(rebuild).then();
  });

  it('asks for a verification once', () => {
    given(decider).when(verification).then(verificationRequested);
    given(decider, verificationRequested).when(verification).then();
  });

  it('does not take the id of a job for another one', () => {
    given(decider, rebuildRequested).when(verification).thenRejects('operation.id-taken');
    given(decider, verificationRequested).when(rebuild).thenRejects('operation.id-taken');
    given(decider, rebuildRequested).when(retry).thenRejects('operation.id-taken');
    given(decider, retryRequested).when(rebuild).thenRejects('operation.id-taken');
    given(decider, rebuildRequested)
      .when({ ...rebuild, data: { jobId, readModel: 'dealList' } })
      .thenRejects('operation.id-taken');
  });

  it('asks for the retry of a dead letter as often as somebody wants it', () => {
    given(decider).when(retry).then(retryRequested);
    given(decider, retryRequested).when(retry).then(retryRequested);
  });

  it('has the properties of every decider', () =>
    checkDecider({
      aggregate: operationAggregate,
      command: (meta) =>
        fc.constantFrom(rebuild, verification, retry).map((command) => ({ ...command, metadata: meta })),
      invariant: ({ requested }) => expect(requested?.kind === 'retry' && requested.readModel).not.toBe('leadList'),
      runs: 50,
    }));
});
