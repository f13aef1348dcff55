import { describe, expect, it } from '@jest/globals';
import { given, recorded, testMetadata } from '@leadline/event-sourcing/testing';
import type { AddJournalEntry } from './add-journal-entry.js';
import type { CorrectJournalEntry } from './correct-journal-entry.js';
import { readJournal } from './lead-journal.js';
import { ADA, allPhases, BEN, deactivated, inProgress, won } from './lead-samples.js';
import type { LeadEventOf } from './lead.events.js';
import { leadDecider } from './lead.js';

const at = testMetadata.at;
const call = {
  kind: 'call',
  text: 'Asked for a quote',
  direction: 'out',
  outcome: 'reached',
  durationSeconds: 90,
} as const;

const add = (entry: AddJournalEntry['data']['entry'], entryId = 'one'): AddJournalEntry => ({
  type: 'AddJournalEntry',
  data: { entryId, entry },
  metadata: testMetadata,
});
const correct = (fields: CorrectJournalEntry['data']['fields'], entryId = 'one'): CorrectJournalEntry => ({
  type: 'CorrectJournalEntry',
  data: { entryId, fields },
  metadata: testMetadata,
});
const added = (authorId = ADA, entryId = 'one', when = at): LeadEventOf<'LeadJournalEntryAdded'> => ({
  type: 'LeadJournalEntryAdded',
  data: { entryId, authorId, entry: { ...call, at: when } },
});
const corrected: LeadEventOf<'LeadJournalEntryCorrected'> = {
  type: 'LeadJournalEntryCorrected',
  data: {
    entryId: 'one',
    entry: { kind: 'call', text: 'Asked for two quotes', direction: 'out', outcome: 'reached', at },
  },
};

describe('writing into the journal', () => {
  it('keeps the entry with its author', () => given(leadDecider, inProgress()).when(add(call)).then(added()));

  it('keeps when it took place', () =>
    given(leadDecider, inProgress())
      .when(add({ ...call, at: '2026-11-01T10:00:00Z' }))
      .then(added(ADA, 'one', '2026-11-01T10:00:00Z')));

  it('the same entry twice changes nothing', () => given(leadDecider, inProgress(), added()).when(add(call)).then());

  it('is possible in every state', () =>
    given(leadDecider, inProgress(), ...allPhases, won, deactivated)
      .when(add(call))
      .then(added()));

  it('needs a text', () =>
    given(leadDecider, inProgress())
      .when(add({ kind: 'note', text: ' ' }))
      .thenRejects('lead.journal-text-missing'));

  it.each([
    ['note', { direction: 'in' }, 'direction'],
    ['mail', { outcome: 'reached' }, 'outcome'],
    ['meeting', { direction: 'in' }, 'direction'],
    ['mail', { durationSeconds: 10 }, 'durationSeconds'],
  ] as const)('a %s has no %j', (kind, details, detail) =>
    given(leadDecider, inProgress())
      .when(add({ kind, text: 'x', ...details }))
      .thenRejects('lead.journal-detail-unfit', { kind, detail }),
  );
});

describe('correcting a journal entry', () => {
  it('keeps how it reads now', () =>
    given(leadDecider, inProgress(), added())
      .when(correct({ text: 'Asked for two quotes', durationSeconds: null }))
      .then(corrected));

  it('is for its author alone', () =>
    given(leadDecider, inProgress(), added(BEN))
      .when(correct({ text: 'x' }))
      .thenRejects('lead.journal-entry-of-another'));

  it('without a change changes nothing', () =>
    given(leadDecider, inProgress(), added())
      .when(correct({ text: ' Asked for a quote', at: null }))
      .then());

  it('needs the entry and a text', () => {
    given(leadDecider, inProgress())
      .when(correct({ text: 'x' }))
      .thenRejects('lead.journal-entry-not-found');
    given(leadDecider, inProgress(), added())
      .when(correct({ text: null }))
      .thenRejects('lead.journal-text-missing');
  });

  it('keeps to what the kind can have', () =>
    given(leadDecider, inProgress(), {
      type: 'LeadJournalEntryAdded',
      data: { entryId: 'one', authorId: ADA, entry: { kind: 'note', text: 'x', at } },
    })
      .when(correct({ outcome: 'reached' }))
      .thenRejects('lead.journal-detail-unfit'));
});

describe('reading the journal', () => {
  it('shows entries as corrected, newest first by when they took place', () => {
    const lines = readJournal([
      recorded(inProgress(), 0),
      recorded(added(ADA, 'one'), 1),
      recorded(added(ADA, 'two', '2026-11-01T09:00:00.000Z'), 2),
      recorded(added(ADA, 'three'), 3),
      recorded(corrected, 4, { at: '2026-11-03T09:00:00.000Z' }),
    ]);
    expect(lines.map(({ entryId }) => entryId)).toEqual(['three', 'one', 'two']);
    expect(lines[1]).toMatchObject({
      text: 'Asked for two quotes',
      author: testMetadata.actor,
      corrected: '2026-11-03T09:00:00.000Z',
    });
    expect(lines[0]).not.toHaveProperty('corrected');
  });
});
