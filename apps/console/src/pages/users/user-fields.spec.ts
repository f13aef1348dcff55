import { describe, expect, it } from '@jest/globals';
import { changesOf, emptyFields, fieldsOf, knownUser, registrationOf, type KnownUser } from './user-fields.js';

const user: KnownUser = {
  id: 'u1',
  revision: 4,
  name: 'Anna Adler',
  email: 'anna@leadline.example',
  role: 'agent',
  language: 'de',
  timeZone: 'Europe/Berlin',
  supervisorId: 's1',
  teamIds: ['t1', 't2'],
  active: true,
  invited: false,
};

describe('a user in a form', () => {
  it('that nobody changed changes nothing', () => expect(changesOf(fieldsOf(user), user)).toEqual({}));

  it('sends only what is different now', () =>
    expect(changesOf({ ...fieldsOf(user), name: ' Anna Falk ', teamIds: ['t2'] }, user)).toEqual({
      name: 'Anna Falk',
      teamIds: ['t2'],
    }));

  it('is in the same teams in whichever order they are named', () =>
    expect(changesOf({ ...fieldsOf(user), teamIds: ['t2', 't1'] }, user)).toEqual({}));

  it('loses the supervisor where nobody is chosen', () =>
    expect(changesOf({ ...fieldsOf(user), supervisorId: '' }, user)).toEqual({ supervisorId: null }));

  it('is registered without a supervisor where none is chosen', () => {
    const fields = { ...emptyFields('en', 'UTC'), name: 'Ben ', email: ' ben@leadline.example' };
    expect(registrationOf(fields)).toEqual({
      name: 'Ben',
      email: 'ben@leadline.example',
      role: 'agent',
      language: 'en',
      timeZone: 'UTC',
      teamIds: [],
    });
  });
});

describe('a user in an answer', () => {
  it('of whom only the name is told is not known', () =>
    expect(knownUser({ id: 'u1', name: 'Anna Adler', active: true })).toBeNull());

  it('is known with nobody and nothing where that is left out', () => {
    const { supervisorId: _supervisor, teamIds: _teams, invited: _invited, ...answer } = user;
    expect(knownUser(answer)).toEqual({ ...user, supervisorId: null, teamIds: [], invited: false });
  });
});
