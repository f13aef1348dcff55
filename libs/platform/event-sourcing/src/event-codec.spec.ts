import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { event, eventCodec, jsonSchemas, UnknownEventError } from './event-codec.js';
import { tillCodec, tillEvents } from './samples/till.js';
import { testMetadata } from './given-when-then.js';
import type { StoredEvent } from './streams.js';

const stored = (type: string, data: StoredEvent['data']): StoredEvent => ({
  id: testMetadata.id,
  type,
  data,
  metadata: { commandId: testMetadata.id },
  stream: 'till-1',
  revision: 4,
  position: '0007',
});

describe('the event codec', () => {
  it('stores a type with its version and the circumstances as metadata', () => {
    const [encoded] = tillCodec.encode([{ type: 'CashTaken', data: { amount: 1, reason: 'sale' } }], testMetadata);
    expect(encoded).toMatchObject({
      type: 'CashTaken.v2',
      data: { amount: 1, reason: 'sale' },
      metadata: { actor: testMetadata.actor, at: testMetadata.at, commandId: testMetadata.id },
    });
  });

  it('derives event ids from the command id, so a repeated append has the same ones', () => {
    const twice = [1, 2].map(() => tillCodec.encode([{ type: 'TillOpened', data: { float: 1 } }], testMetadata)[0]?.id);
    expect(twice[0]).toBe(twice[1]);
  });

  it('refuses to store what its schema does not allow', () => {
    expect(() => tillCodec.encode([{ type: 'TillOpened', data: { float: 1.5 } }], testMetadata)).toThrow(z.ZodError);
  });

  it('upcasts what an earlier version stored', () => {
    expect(tillCodec.decode(stored('CashTaken.v1', { amount: 3 }))).toMatchObject({
      type: 'CashTaken',
      revision: 4,
      data: { amount: 3, reason: 'unknown' },
    });
  });

  it.each(['CashTaken.v3', 'CashTaken', 'CashTaken.v0', 'CashTaken.vx', 'Nonsense.v1'])(
    'does not guess at %s',
    (type) => {
      expect(() => tillCodec.decode(stored(type, {}))).toThrow(UnknownEventError);
    },
  );

  it('demands an upcaster from every earlier version', () => {
    expect(() => event('…', z.object({}), { version: 3, upcast: { 1: (data) => data } })).toThrow('from version 2');
  });

  it('demands a category that EventStoreDB can tell from the id', () => {
    expect(() => eventCodec('sales-document', {})).toThrow('camelCase');
  });

  it('gives the JSON Schema of each stored type', () => {
    expect(jsonSchemas(tillEvents)['CashTaken.v2']).toMatchObject({
      title: 'CashTaken',
      type: 'object',
      required: ['amount', 'reason'],
    });
  });
});
