import { describe, expect, it } from '@jest/globals';
import type { CommandMetadata } from '@leadline/event-sourcing';
import { checkDecider } from '@leadline/event-sourcing/testing';
import fc from 'fast-check';
import { colleagueAggregate, type ColleagueCommand } from './colleague/colleague.js';
import { marketplaceAggregate, presentProcess, type MarketplaceCommand } from './marketplace/marketplace.js';
import { sourcesAggregate, type SourcesCommand } from './sources/sources.js';

const name = fc.constantFrom('A', 'a', ' B ', 'C', '');

function anySource(metadata: CommandMetadata): fc.Arbitrary<SourcesCommand> {
  return fc.record({
    type: fc.constantFrom('AddSource', 'RenameSource'),
    data: fc.record({ sourceId: fc.constantFrom('1', '2', '3'), name }),
    metadata: fc.constant(metadata),
  });
}

const phases = fc.array(
  fc.record({ id: fc.constantFrom('1', '2', undefined, undefined), name }, { requiredKeys: ['name'] }),
  { maxLength: 3 },
);
const settings = {
  name,
  phases,
  strictClose: fc.boolean(),
  earlyLost: fc.boolean(),
  acceptorIds: fc.array(fc.constantFrom('ada', 'ben')),
  offerExpiresAfterMinutes: fc.option(fc.integer({ min: 1, max: 3 })),
  complaintDays: fc.option(fc.integer({ min: 0, max: 3 })),
};

function anyMarketplace(metadata: CommandMetadata): fc.Arbitrary<MarketplaceCommand> {
  return fc.oneof(
    fc.record({
      type: fc.constant('CreateMarketplace' as const),
      data: fc.record(settings),
      metadata: fc.constant(metadata),
    }),
    fc.record({
      type: fc.constant('ChangeMarketplace' as const),
      data: fc.record(settings, { requiredKeys: [] }),
      metadata: fc.constant(metadata),
    }),
  );
}

function anyColleague(metadata: CommandMetadata): fc.Arbitrary<ColleagueCommand> {
  return fc.record({
    type: fc.constant('RecordColleague' as const),
    data: fc.record(
      {
        name: fc.constantFrom('Ada', 'Ben'),
        email: fc.constantFrom('a@example.com', 'b@example.com'),
        role: fc.constantFrom('agent', 'supervisor'),
        active: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    metadata: fc.constant(metadata),
  });
}

describe('through any sequence of commands', () => {
  it('sources keep names of their own', () =>
    checkDecider({
      aggregate: sourcesAggregate,
      command: anySource,
      invariant: (sources) => {
        const names = sources.map((source) => source.name.toLowerCase());
        expect(new Set(names).size).toBe(names.length);
        expect(names.every((each) => each.trim() === each && each !== '')).toBe(true);
      },
    }));

  it('a marketplace keeps versions in order, each with phases that can be told apart', () =>
    checkDecider({
      aggregate: marketplaceAggregate,
      command: anyMarketplace,
      first: (metadata) =>
        fc.record({
          type: fc.constant('CreateMarketplace' as const),
          data: fc.record({ ...settings, name: fc.constant('M'), phases: fc.constant([{ name: 'One' }]) }),
          metadata: fc.constant(metadata),
        }),
      invariant: (marketplace) => {
        expect(marketplace).not.toBeNull();
        if (!marketplace) return;
        expect(marketplace.versions.map(({ version }) => version)).toEqual(marketplace.versions.map((_, n) => n + 1));
        for (const version of marketplace.versions) {
          expect(version.phases.length).toBeGreaterThan(0);
          expect(new Set(version.phases.map(({ id }) => id)).size).toBe(version.phases.length);
        }
        expect(presentProcess('m', marketplace).version).toBe(marketplace.versions.length);
      },
    }));

  it('a colleague keeps what was last said of them', () =>
    checkDecider({
      aggregate: colleagueAggregate,
      command: anyColleague,
      invariant: (colleague) => {
        if (colleague) expect([colleague.name, colleague.role].every(Boolean)).toBe(true);
      },
    }));
});
