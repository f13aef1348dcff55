import { describe, it } from '@jest/globals';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import { colleagueAggregate, type Colleague, type ColleagueCommand } from './colleague.js';

const { decider } = colleagueAggregate;
const ada: Colleague = { name: 'Ada Agent', email: 'ada@example.com', role: 'agent', active: true, teamIds: [] };
const record = (data: ColleagueCommand['data']): ColleagueCommand => ({
  type: 'RecordColleague',
  data,
  metadata: testMetadata,
});

describe('a colleague', () => {
  it('is recorded, and again when something changes', () => {
    given(decider).when(record(ada)).then({ type: 'ColleagueRecorded', data: ada });
    given(decider, { type: 'ColleagueRecorded', data: ada })
      .when(record({ ...ada, active: false }))
      .then({ type: 'ColleagueRecorded', data: { ...ada, active: false } });
  });

  it('keeps what is not said again', () =>
    given(decider, { type: 'ColleagueRecorded', data: ada })
      .when(record({ active: false }))
      .then({ type: 'ColleagueRecorded', data: { ...ada, active: false } }));

  it('has teams and a supervisor, and may lose them', () => {
    const placed = { ...ada, supervisorId: 'sue', teamIds: ['north'] };
    given(decider, { type: 'ColleagueRecorded', data: ada })
      .when(record({ supervisorId: 'sue', teamIds: ['north'] }))
      .then({ type: 'ColleagueRecorded', data: placed });
    given(decider, { type: 'ColleagueRecorded', data: placed })
      .when(record({ name: 'Ada', supervisorId: null }))
      .then({ type: 'ColleagueRecorded', data: { ...ada, name: 'Ada', teamIds: ['north'] } });
  });

  it('is nobody without a name', () =>
    given(decider)
      .when(record({ active: false }))
      .then());

  it('is not recorded twice', () =>
    given(decider, { type: 'ColleagueRecorded', data: ada })
      .when(record({ ...ada }))
      .then());
});
