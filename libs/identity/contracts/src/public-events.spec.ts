import { describe, expect, it } from '@jest/globals';
import { parsePublicEvent, publicEventSchemas, publicEvents } from './public-events.js';

const event = {
  specversion: '1.0',
  id: '01990000-0000-7000-8000-000000000001',
  source: '/leadline/identity',
  type: 'leadline.identity.UserDeactivated.v1',
  subject: '01990000-0000-7000-8000-000000000002',
  time: '2026-11-02T09:00:00.000Z',
  datacontenttype: 'application/json',
  sequence: '3',
  correlationid: 'abc',
  data: { by: { kind: 'system', id: 'leadline' } },
};

describe('a public event of identity', () => {
  it('is read by its type', () => expect(parsePublicEvent(JSON.stringify(event))).toEqual(event));

  it('of a type still unknown is passed over', () =>
    expect(parsePublicEvent(JSON.stringify({ ...event, type: 'leadline.identity.UserMerged.v1' }))).toBeNull());

  it('that breaks its schema is refused', () =>
    expect(() => parsePublicEvent(JSON.stringify({ ...event, data: {} }))).toThrow());

  it('has a schema that consumers in other languages can use, and none speaks of passwords', () => {
    const schemas = publicEventSchemas();
    expect(Object.keys(schemas)).toEqual(Object.keys(publicEvents));
    expect(JSON.stringify(schemas)).not.toMatch(/password|hash/i);
  });
});
