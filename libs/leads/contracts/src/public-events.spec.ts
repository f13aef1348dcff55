import { describe, expect, it } from '@jest/globals';
import { parsePublicEvent, publicEvents, publicEventSchemas, type PublicEvent } from './public-events.js';

const accepted: PublicEvent = {
  specversion: '1.0',
  id: '01990000-0000-5000-8000-000000000001',
  source: '/leadline/leads',
  type: 'leadline.leads.LeadAccepted.v1',
  subject: '01990000-0000-7000-8000-000000000002',
  time: '2026-11-02T09:00:00.000Z',
  datacontenttype: 'application/json',
  sequence: '3',
  correlationid: 'c',
  data: { by: { kind: 'user', id: 'ada' }, assigneeId: 'ada' },
};

describe('public events', () => {
  it('are read from messages', () => expect(parsePublicEvent(JSON.stringify(accepted))).toEqual(accepted));

  it('of an unknown type are passed over', () =>
    expect(parsePublicEvent(JSON.stringify({ ...accepted, type: 'leadline.leads.LeadSold.v1' }))).toBeNull());

  it('that break their schema are refused', () => {
    expect(() => parsePublicEvent(JSON.stringify({ ...accepted, data: {} }))).toThrow();
    expect(() => parsePublicEvent('no JSON')).toThrow();
  });

  it('may have fields that a later version added', () =>
    expect(parsePublicEvent(JSON.stringify({ ...accepted, data: { ...accepted.data, team: 'x' } }))).toEqual(accepted));

  it('have a JSON Schema each', () => {
    const schemas = publicEventSchemas();
    expect(Object.keys(schemas)).toEqual(Object.keys(publicEvents));
    expect(schemas['leadline.leads.LeadWon.v1']).toMatchObject({ title: 'leadline.leads.LeadWon.v1', type: 'object' });
  });

  it('carry their version in the type', () => {
    for (const type of Object.keys(publicEvents)) expect(type).toMatch(/^leadline\.leads\.Lead[A-Za-z]+\.v\d+$/);
  });
});
