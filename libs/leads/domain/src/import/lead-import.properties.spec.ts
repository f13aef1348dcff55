import { describe, expect, it } from '@jest/globals';
import type { CommandMetadata } from '@leadline/event-sourcing';
import { checkDecider } from '@leadline/event-sourcing/testing';
import fc from 'fast-check';
import { leadImportAggregate, type LeadImportCommand } from './lead-import.js';

type Data<Type extends LeadImportCommand['type']> = Extract<LeadImportCommand, { type: Type }>['data'];

const line = fc.record({
  line: fc.integer({ min: 2, max: 9 }),
  outcome: fc.constantFrom('created' as const, 'duplicate' as const, 'rejected' as const),
});
const data: { readonly [Type in LeadImportCommand['type']]: fc.Arbitrary<Data<Type>> } = {
  RequestImport: fc.record({
    blobId: fc.constant('sha256-abc'),
    size: fc.nat(),
    dryRun: fc.boolean(),
    duplicates: fc.constantFrom('create' as const, 'skip' as const),
    timeZone: fc.constant('Europe/Berlin'),
  }),
  StartImport: fc.record({
    total: fc.nat(6),
    encoding: fc.constant('utf-8'),
    delimiter: fc.constantFrom(';', ','),
    ignoredColumns: fc.array(fc.string({ maxLength: 3 }), { maxLength: 2 }),
  }),
  RecordImportedLines: fc.record({ first: fc.integer({ min: 1, max: 6 }), lines: fc.array(line, { maxLength: 4 }) }),
  CompleteImport: fc.constant({}),
  FailImport: fc.constant({ reason: { code: 'lead-import.file-empty' } }),
};

const any =
  (types: readonly LeadImportCommand['type'][]) =>
  (metadata: CommandMetadata): fc.Arbitrary<LeadImportCommand> =>
    fc.oneof(...types.map((type) => data[type].map((given) => ({ type, data: given, metadata }) as LeadImportCommand)));

const rest = ['StartImport', 'RecordImportedLines', 'RecordImportedLines', 'CompleteImport', 'FailImport'] as const;

describe('an import of leads, whatever it is told', () => {
  it('never counts a record twice or more than there are, and is done only with all', () =>
    checkDecider({
      aggregate: leadImportAggregate,
      first: any(['RequestImport']),
      command: any([...rest, 'RequestImport']),
      invariant: (state) => {
        if (!state) return;
        expect(state.created + state.duplicates + state.rejected).toBe(state.done);
        expect(state.done).toBeLessThanOrEqual(state.total);
        if (state.state === 'done') expect(state.done).toBe(state.total);
        expect(state.failure !== undefined).toBe(state.state === 'failed');
      },
    }));
});
