import { describe, it } from '@jest/globals';
import { given, testMetadata } from '@leadline/event-sourcing/testing';
import { colleagueAggregate, type Colleague, type ColleagueCommand } from './colleague.js';

const { decider } = colleagueAggregate;
const ada: Colleague = { name: 'Ada Agent', email: 'ada@example.com', role: 'agent', active: true };
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

  it('is nobody without a name', () =>
    given(decider)
      .when(record({ active: false }))
      .then());

  it('is not recorded twice', () =>
    given(decider, { type: 'ColleagueRecorded', data: ada })
      .when(record({ ...ada }))
      .then());
});
