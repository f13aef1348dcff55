import { describe, expect, it } from '@jest/globals';
import type { CommandMetadata } from '@leadline/event-sourcing';
import { checkDecider } from '@leadline/event-sourcing/testing';
import fc from 'fast-check';
import { ADA, BEN, DECISION, OFFER, QUALIFY, SOLD, threePhases, TOO_EXPENSIVE } from './lead-samples.js';
import type { Customer } from './lead-fields.js';
import type { Reach } from './lead-command.js';
import { isClosed } from './lead-standing.js';
import { leadAggregate, type Lead, type LeadCommand } from './lead.js';

const text = fc.constantFrom('Heat pump', ' Boiler ', 'Ö', '', ' ');
const nullable = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary);
const user = fc.constantFrom(ADA, BEN);
const phone = fc.constant({ kind: 'work', number: '+496211234', typed: '0621 1234' } as const);

const customer: fc.Arbitrary<Customer> = fc.record(
  {
    givenName: text,
    familyName: text,
    organisation: text,
    email: text,
    phones: fc.array(phone, { maxLength: 2 }),
    address: fc.record({ city: text, countryCode: fc.constant('DE') }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);
const customerPatch = fc.record(
  {
    givenName: nullable(text),
    familyName: nullable(text),
    organisation: nullable(text),
    email: nullable(text),
    phones: nullable(fc.array(phone, { maxLength: 1 })),
    address: nullable(fc.record({ city: nullable(text), street: nullable(text) }, { requiredKeys: [] })),
  },
  { requiredKeys: [] },
);
const closing = fc.record({
  reason: fc.constantFrom(
    { ...SOLD, outcome: 'won' as const, hidden: false },
    { ...TOO_EXPENSIVE, outcome: 'lost' as const, hidden: false },
    { ...TOO_EXPENSIVE, outcome: 'lost' as const, hidden: true },
  ),
  note: fc.option(text, { nil: undefined }),
  rules: fc.record({ strictClose: fc.boolean(), earlyLost: fc.boolean() }),
});
const entryId = fc.constantFrom('one', 'two');
const phaseId = fc.constantFrom(QUALIFY.id, OFFER.id, DECISION.id, 'none');
const due = fc.constantFrom(
  { localTime: '2026-03-29T02:30', timeZone: 'Europe/Berlin', at: '2026-03-29T01:30:00.000Z' },
  { localTime: '2026-12-01T09:00', timeZone: 'UTC', at: '2026-12-01T09:00:00.000Z' },
);
const nothing = fc.constant({});

type Data<Type extends LeadCommand['type']> = Extract<LeadCommand, { type: Type }>['data'];

const data: { readonly [Type in LeadCommand['type']]: fc.Arbitrary<Data<Type>> } = {
  CreateLead: fc.record(
    {
      subject: text,
      customer,
      process: fc.constant(threePhases),
      imported: fc.boolean(),
      assigneeId: user,
      resubmission: due,
    },
    { requiredKeys: ['subject', 'customer', 'process'] },
  ),
  CorrectLead: fc.record(
    {
      fields: fc.record({ subject: text, note: nullable(text), customer: customerPatch }, { requiredKeys: [] }),
      assigneeId: nullable(user),
      marketplace: fc.record({ id: nullable(user), process: fc.constant(threePhases) }),
    },
    { requiredKeys: ['fields'] },
  ),
  ChangeLeadEmail: fc.record({ email: nullable(text), confirmationId: fc.constant('c') }, { requiredKeys: ['email'] }),
  AssignLead: fc.record({ assigneeId: nullable(user) }),
  HandOnLead: fc.record({ from: user, to: nullable(user) }),
  AcceptLead: nothing,
  AddJournalEntry: fc.record({
    entryId,
    entry: fc.record(
      { kind: fc.constantFrom('note', 'call'), text, direction: fc.constantFrom('in', 'out') },
      { requiredKeys: ['kind', 'text'] },
    ),
  }),
  CorrectJournalEntry: fc.record({ entryId, fields: fc.record({ text: nullable(text) }, { requiredKeys: [] }) }),
  AdvancePhase: fc.record({ phaseId }, { requiredKeys: [] }),
  SetBackPhase: fc.record({ phaseId }),
  WinLead: closing,
  LoseLead: closing,
  ReopenLead: fc.record({ resubmission: due }, { requiredKeys: [] }),
  ScheduleResubmission: fc.record({ due }),
  CancelResubmission: nothing,
  CompleteResubmission: nothing,
  DeactivateLead: nothing,
  ReactivateLead: nothing,
};

function command(metadata: CommandMetadata): fc.Arbitrary<LeadCommand> {
  const actor = user.map((id) => ({ kind: 'user', id, name: id }) as const);
  const any = Object.entries(data).map(([type, arbitrary]) =>
    fc.record({
      type: fc.constant(type),
      data: arbitrary,
      metadata: actor.map((by) => ({ ...metadata, actor: by })),
      reach: fc.constantFrom<Reach[]>({ kind: 'all' }, { kind: 'of', holders: [ADA] }),
    }),
  );
  return fc.oneof(...any) as fc.Arbitrary<LeadCommand>;
}

const create = (metadata: CommandMetadata): fc.Arbitrary<LeadCommand> =>
  fc.record({
    type: fc.constant('CreateLead' as const),
    data: fc.record({
      subject: fc.constant('Heat pump'),
      customer: fc.constant({ familyName: 'Müller' }),
      process: fc.constant(threePhases),
      imported: fc.boolean(),
    }),
    metadata: fc.constant(metadata),
  });

/** What is so about every lead, whatever was done to it. */
function sound(lead: Lead | null): void {
  if (!lead) return;
  expect(lead.subject.trim()).not.toBe('');
  expect(lead.status === 'open').toBe(lead.assigneeId === undefined);
  expect(isClosed(lead)).toBe(lead.closing !== undefined);
  if (lead.closing) expect([lead.closing.outcome, lead.resubmission]).toEqual([lead.status, undefined]);
  const { givenName, familyName, organisation, email, phones } = lead.customer;
  expect([givenName, familyName, organisation, email, phones?.[0]].some(Boolean)).toBe(true);
  // Completed ones, at most one current, then those ahead.
  const states = lead.process.phases.map(({ state }) => state[1]).join('');
  expect(states).toMatch(/^o*(uh*)?$/);
}

describe('a lead', () => {
  it('keeps what makes sense through any sequence of commands', () =>
    checkDecider({ aggregate: leadAggregate, command, first: create, invariant: sound, runs: 300 }));
});
