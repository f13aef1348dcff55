import { describe, expect, it } from '@jest/globals';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import {
  marketplaceDecider,
  presentProcess,
  type MarketplaceCommand,
  type MarketplaceSettings,
} from './marketplace.js';

const settings: MarketplaceSettings = {
  name: 'Portal',
  phases: [{ name: 'Call' }, { name: 'Visit' }],
  strictClose: true,
  earlyLost: false,
  acceptorIds: ['ada', 'ada'],
  offerExpiresAfterMinutes: 60,
  complaintDays: null,
};
const create = (overrides: Partial<MarketplaceSettings> = {}): MarketplaceCommand => ({
  type: 'CreateMarketplace',
  data: { ...settings, ...overrides },
  metadata: testMetadata,
});
const change = (data: Partial<MarketplaceSettings>): MarketplaceCommand => ({
  type: 'ChangeMarketplace',
  data,
  metadata: testMetadata,
});
const CALL = { id: 'call', name: 'Call' };
const VISIT = { id: 'visit', name: 'Visit' };
const created = {
  type: 'MarketplaceCreated',
  data: {
    name: 'Portal',
    phases: [CALL, VISIT],
    strictClose: true,
    earlyLost: false,
    acceptorIds: ['ada'],
    offerExpiresAfterMinutes: 60,
  },
} as const;
const startOver = { type: 'MarketplaceProcessPublished', data: { version: 2, phases: [VISIT] } } as const;
const history = [{ ...created, data: { ...created.data, phases: [CALL, VISIT], acceptorIds: ['ada'] } }];

describe('a marketplace', () => {
  it('is set up with a process whose phases get ids', () =>
    given(marketplaceDecider)
      .when(create())
      .thenState((marketplace) => {
        expect(marketplace).toMatchObject({ name: 'Portal', acceptorIds: ['ada'], offerExpiresAfterMinutes: 60 });
        const process = marketplace && presentProcess('m', marketplace);
        expect(process).toMatchObject({ id: 'm', version: 1, phases: [{ name: 'Call' }, { name: 'Visit' }] });
        expect(new Set(process?.phases.map(({ id }) => id)).size).toBe(2);
      }));

  it('needs a name and phases, each with a name of its own', () => {
    given(marketplaceDecider)
      .when(create({ name: ' ' }))
      .thenRejects('marketplace.name-missing');
    given(marketplaceDecider)
      .when(create({ phases: [] }))
      .thenRejects('marketplace.phases-missing');
    given(marketplaceDecider)
      .when(create({ phases: [{ name: '' }] }))
      .thenRejects('marketplace.phase.name-missing');
    given(marketplaceDecider)
      .when(create({ phases: [{ name: 'Call' }, { name: 'call' }] }))
      .thenRejects('marketplace.phase.name-taken');
  });

  it('publishes a new version of its process, in which phases keep their ids', () => {
    given(marketplaceDecider, ...history)
      .when(change({ phases: [{ id: 'visit', name: 'Visit' }] }))
      .then({ ...startOver, data: { version: 2, phases: [VISIT] } });
    given(marketplaceDecider, ...history)
      .when(change({ phases: [{ id: 'call', name: 'Phone' }, { name: 'Quote' }] }))
      .thenState((marketplace) =>
        expect(marketplace?.versions.at(-1)?.phases[0]).toEqual({ id: 'call', name: 'Phone' }),
      );
  });

  it('can bring back a phase of an earlier version', () =>
    given(marketplaceDecider, ...history, { ...startOver, data: { version: 2, phases: [VISIT] } })
      .when(change({ phases: [CALL, VISIT] }))
      .then({ type: 'MarketplaceProcessPublished', data: { version: 3, phases: [CALL, VISIT] } }));

  it('knows its own phases only, each once', () => {
    given(marketplaceDecider, ...history)
      .when(change({ phases: [{ id: 'other', name: 'Other' }] }))
      .thenRejects('marketplace.phase-unknown');
    given(marketplaceDecider, ...history)
      .when(change({ phases: [CALL, { id: 'call', name: 'Again' }] }))
      .thenRejects('marketplace.phase-twice');
  });

  it('records what changes, by what it means', () =>
    given(marketplaceDecider, ...history)
      .when(
        change({
          name: 'Home',
          earlyLost: true,
          acceptorIds: ['ben'],
          offerExpiresAfterMinutes: null,
          complaintDays: 7,
        }),
      )
      .then(
        { type: 'MarketplaceRenamed', data: { name: 'Home' } },
        { type: 'MarketplaceClosingRulesChanged', data: { strictClose: true, earlyLost: true } },
        { type: 'MarketplaceAcceptorsChanged', data: { acceptorIds: ['ben'] } },
        { type: 'MarketplaceOfferTermsChanged', data: { complaintDays: 7 } },
      ));

  it('records nothing where nothing changes', () =>
    given(marketplaceDecider, ...history)
      .when(change({ name: 'Portal', phases: [CALL, VISIT], strictClose: true, acceptorIds: ['ada'] }))
      .then());

  it('is set up once, and must be there', () => {
    given(marketplaceDecider, ...history)
      .when(create({ name: 'Other' }))
      .then();
    given(marketplaceDecider)
      .when(change({ name: 'x' }))
      .thenRejects('marketplace.not-found');
  });

  it('forgets offer terms that were taken back', () =>
    given(marketplaceDecider, ...history)
      .when(change({ offerExpiresAfterMinutes: null }))
      .thenState((marketplace) => expect(marketplace?.offerExpiresAfterMinutes).toBeUndefined()));
});
