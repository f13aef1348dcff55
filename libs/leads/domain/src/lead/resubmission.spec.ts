import { describe, expect, it } from '@jest/globals';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import { DEFAULT_CLOSING_RULES } from './close-lead.js';
import {
  allPhases,
  deactivated,
  DECISION,
  inProgress,
  lost,
  reactivated,
  received,
  SOLD,
  threePhases,
  won,
} from './lead-samples.js';
import type { LeadEvent } from './lead.events.js';
import { leadDecider, type LeadCommand } from './lead.js';
import { dueAt, resubmissionState, trafficLight } from './resubmission.js';

const metadata = testMetadata;
const friday = { localTime: '2026-11-06T09:00', timeZone: 'Europe/Berlin', at: '2026-11-06T08:00:00.000Z' };
const monday = { localTime: '2026-11-09T09:00', timeZone: 'Europe/Berlin', at: '2026-11-09T08:00:00.000Z' };
const schedule = (due: typeof friday): LeadCommand => ({ type: 'ScheduleResubmission', data: { due }, metadata });
const cancel: LeadCommand = { type: 'CancelResubmission', data: {}, metadata };
const complete: LeadCommand = { type: 'CompleteResubmission', data: {}, metadata };
const scheduled: LeadEvent = { type: 'LeadResubmissionScheduled', data: friday };
const putOff: LeadEvent = { type: 'LeadResubmissionRescheduled', data: { ...monday, formerAt: friday.at } };

describe('a resubmission', () => {
  it('is scheduled, also on a lead of the pool', () => {
    given(leadDecider, inProgress()).when(schedule(friday)).then(scheduled);
    given(leadDecider, received()).when(schedule(friday)).then(scheduled);
  });

  it('at the time that it has changes nothing', () =>
    given(leadDecider, inProgress(), scheduled).when(schedule(friday)).then());

  it('is moved by another time, and counts how often it was put off', () => {
    given(leadDecider, inProgress(), scheduled).when(schedule(monday)).then(putOff);
    given(leadDecider, inProgress(), scheduled)
      .when(schedule(monday))
      .thenState((lead) => expect(lead?.resubmission).toEqual({ ...monday, postponed: 1 }));
  });

  it('brought forward is not put off', () =>
    given(leadDecider, inProgress(), scheduled, putOff)
      .when(schedule(friday))
      .thenState((lead) => expect(lead?.resubmission).toEqual({ ...friday, postponed: 1 })));

  it('is done or cancelled, once', () => {
    given(leadDecider, inProgress(), scheduled).when(complete).then({ type: 'LeadResubmissionDone', data: {} });
    given(leadDecider, inProgress(), scheduled)
      .when(cancel)
      .then({ type: 'LeadResubmissionCancelled', data: { because: 'asked' } });
    for (const end of [complete, cancel]) given(leadDecider, inProgress()).when(end).then();
  });

  it('that follows one done begins to count anew', () =>
    given(leadDecider, inProgress(), scheduled, putOff, { type: 'LeadResubmissionDone', data: {} })
      .when(schedule(friday))
      .thenState((lead) => expect(lead?.resubmission?.postponed).toBe(0)));

  it('comes with a new lead', () =>
    given(leadDecider)
      .when({
        type: 'CreateLead',
        data: { subject: 'x', customer: { familyName: 'X' }, process: threePhases, resubmission: friday },
        metadata,
      })
      .thenState((lead) => expect(lead?.resubmission).toEqual({ ...friday, postponed: 0 })));

  it('is cancelled by closing', () =>
    given(leadDecider, inProgress(), scheduled, ...allPhases)
      .when({
        type: 'WinLead',
        data: { reason: { ...SOLD, outcome: 'won', hidden: false }, rules: DEFAULT_CLOSING_RULES },
        metadata,
      })
      .then(won, { type: 'LeadResubmissionCancelled', data: { because: 'closed' } }));

  it('is set anew by reopening', () =>
    given(leadDecider, inProgress(), ...allPhases, lost)
      .when({ type: 'ReopenLead', data: { resubmission: monday }, metadata })
      .then({ type: 'LeadReopened', data: { phase: DECISION } }, { type: 'LeadResubmissionScheduled', data: monday }));

  it('is not for closed leads, nor for those put away', () => {
    given(leadDecider, inProgress(), ...allPhases, won)
      .when(schedule(friday))
      .thenRejects('lead.closed');
    for (const command of [schedule(friday), cancel, complete]) {
      given(leadDecider, inProgress(), scheduled, deactivated).when(command).thenRejects('lead.deactivated');
    }
  });
});

describe('how urgent a lead is', () => {
  const lead = (...events: LeadEvent[]) => {
    const state = events.reduce(leadDecider.evolve, leadDecider.evolve(null, inProgress()));
    if (!state) throw new Error('no lead');
    return state;
  };
  const waiting = lead(scheduled);

  it.each([
    ['2026-11-05T07:59:59.999Z', 'scheduled', 'green'],
    ['2026-11-05T08:00:00.000Z', 'scheduled', 'yellow'],
    ['2026-11-06T07:59:59.999Z', 'scheduled', 'yellow'],
    ['2026-11-06T08:00:00.000Z', 'due', 'red'],
    ['2027-01-01T00:00:00.000Z', 'due', 'red'],
  ])('at %s: %s, %s', (now, state, light) =>
    expect([resubmissionState(waiting, now), trafficLight(waiting, now)]).toEqual([state, light]),
  );

  it('is nothing where nobody waits', () => {
    expect([dueAt(lead()), trafficLight(lead(), monday.at)]).toEqual([undefined, 'green']);
  });

  it('rests while it is put away, and is overdue at once when it comes back late', () => {
    const away = lead(scheduled, deactivated);
    expect([resubmissionState(away, monday.at), trafficLight(away, monday.at)]).toEqual(['paused', 'green']);
    const back = lead(scheduled, deactivated, reactivated);
    expect([resubmissionState(back, monday.at), trafficLight(back, monday.at)]).toEqual(['due', 'red']);
  });
});
