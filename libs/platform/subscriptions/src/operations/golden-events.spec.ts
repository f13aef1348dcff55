import { it } from '@jest/globals';
import { resolve } from 'node:path';
import { nameId } from '@leadline/event-sourcing';
import { checkGoldenEvents } from '@leadline/event-sourcing/testing';
import { operationCodec } from './operation.events.js';
import { operationAggregate } from './operation.js';

it('operations: every version ever stored is still read', () =>
  checkGoldenEvents({
    folder: resolve(import.meta.dirname, '../../golden/operation'),
    codec: operationCodec,
    evolve: operationAggregate.decider.evolve,
    initialState: operationAggregate.decider.initialState,
    examples: {
      ReadModelRebuildRequested: { jobId: nameId('job'), readModel: 'leadList' },
      ReadModelVerificationRequested: { jobId: nameId('job'), readModel: 'leadList' },
      DeadLetterRetryRequested: { deadLetterId: nameId('letter') },
    },
  }));
