import { describe, it } from '@jest/globals';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import { DEFAULT_CLOSING_RULES } from './close-lead.js';
import {
  allPhases,
  ADA,
  BEN,
  deactivated,
  inProgress,
  lost,
  OFFER,
  QUALIFY,
  received,
  SOLD,
  threePhases,
  TOO_EXPENSIVE,
  won,
} from './lead-samples.js';
import type { LeadEvent } from './lead.events.js';
import { leadDecider, type LeadCommand } from './lead.js';

const metadata = testMetadata;
const rules = DEFAULT_CLOSING_RULES;

/** Each command as it would do something on a lead that fits it. */
const commands = {
  correct: { type: 'CorrectLead', data: { fields: { subject: 'Boiler' } }, metadata },
  move: { type: 'CorrectLead', data: { fields: {}, marketplace: { id: BEN, process: threePhases } }, metadata },
  assign: { type: 'AssignLead', data: { assigneeId: BEN }, metadata },
  accept: { type: 'AcceptLead', data: {}, metadata: { ...metadata, actor: { ...metadata.actor, id: BEN } } },
  advance: { type: 'AdvancePhase', data: {}, metadata },
  setBack: { type: 'SetBackPhase', data: { phaseId: QUALIFY.id }, metadata },
  win: { type: 'WinLead', data: { reason: { ...SOLD, outcome: 'won', hidden: false }, note: 'n', rules }, metadata },
  lose: {
    type: 'LoseLead',
    data: { reason: { ...TOO_EXPENSIVE, outcome: 'lost', hidden: false }, note: 'n', rules },
    metadata,
  },
} satisfies Record<string, LeadCommand>;

/** The table in lead.ts, read from the other side. */
const refusals: readonly [
  name: string,
  history: readonly LeadEvent[],
  codes: Partial<Record<keyof typeof commands, string>>,
][] = [
  [
    'open',
    [received()],
    { advance: 'not-accepted', setBack: 'not-accepted', win: 'not-accepted', lose: 'not-accepted' },
  ],
  ['in progress', [inProgress()], { accept: 'already-taken', win: 'phases-incomplete', lose: 'phases-incomplete' }],
  ['all phases completed', [inProgress(), ...allPhases], { advance: 'phases-all-completed', move: 'phases-begun' }],
  ...([won, lost] as const).map((closing): (typeof refusals)[number] => [
    closing.type,
    [inProgress(), ...allPhases, closing],
    {
      move: 'closed',
      assign: 'closed',
      accept: 'closed',
      advance: 'closed',
      setBack: 'closed',
      win: 'closed',
      lose: 'closed',
    },
  ]),
  [
    'deactivated',
    [received(), deactivated],
    {
      correct: 'deactivated',
      move: 'deactivated',
      assign: 'deactivated',
      accept: 'deactivated',
      advance: 'deactivated',
      setBack: 'deactivated',
      win: 'deactivated',
      lose: 'deactivated',
    },
  ],
];

describe.each(refusals)('a lead that is %s', (_name, history, codes) => {
  it.each(Object.entries(codes))('refuses to %s: lead.%s', (name, code) => {
    const command = Object.entries(commands).find(([key]) => key === name)?.[1];
    if (!command) throw new Error(name);
    given(leadDecider, ...history)
      .when(command)
      .thenRejects(`lead.${code}`);
  });
});

describe('a closed lead', () => {
  it('can still be corrected', () =>
    given(leadDecider, inProgress(), ...allPhases, won)
      .when(commands.correct)
      .then({ type: 'LeadCorrected', data: { subject: 'Boiler' } }));
});

describe('a lead that does not exist', () => {
  it.each(Object.entries(commands))('is not found: %s', (_name, command) =>
    given(leadDecider).when(command).thenRejects('lead.not-found'),
  );
});

describe('reach', () => {
  const own = (command: LeadCommand): LeadCommand => ({ ...command, reach: { kind: 'of', holders: [ADA] } });

  it('hides the leads of others', () =>
    given(leadDecider, inProgress({ assigneeId: BEN }))
      .when(own(commands.advance))
      .thenRejects('lead.not-found'));

  it('includes one’s own leads', () =>
    given(leadDecider, inProgress())
      .when(own(commands.advance))
      .then({ type: 'LeadPhaseAdvanced', data: { completed: QUALIFY, next: OFFER } }));

  it('includes the leads of those in it', () =>
    given(leadDecider, inProgress({ assigneeId: BEN }))
      .when({ ...commands.advance, reach: { kind: 'of', holders: [ADA, BEN] } })
      .then({ type: 'LeadPhaseAdvanced', data: { completed: QUALIFY, next: OFFER } }));

  it('includes the pool', () =>
    given(leadDecider, received())
      .when(own(commands.assign))
      .then({ type: 'LeadAssigned', data: { assigneeId: BEN } }));

  it('hides what became of the leads of others', () =>
    given(leadDecider, inProgress(), ...allPhases, won)
      .when({ ...commands.accept, reach: { kind: 'of', holders: [BEN] } })
      .thenRejects('lead.not-found'));

  it('tells who comes second that the lead is taken', () =>
    given(leadDecider, inProgress()).when(own(commands.accept)).thenRejects('lead.already-taken'));
});
