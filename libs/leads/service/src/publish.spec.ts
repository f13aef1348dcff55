import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '@leadline/event-sourcing';
import { recorded } from '@leadline/event-sourcing/testing';
import { parsePublicEvent, publicEvents } from '@leadline/leads-contracts';
import { leadCodec, leadEvents, type LeadEvent } from '@leadline/leads-domain';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { publicEventOf, publishLeads } from './publish.js';

/** Every event that was ever stored, as the domain's golden files have it. */
const golden = resolve(import.meta.dirname, '../../domain/golden/lead');
const stored = readdirSync(golden).map((file) => {
  const { stream: _, ...rest } = recorded({ type: '', data: {} });
  const data = JSON.parse(readFileSync(resolve(golden, file), 'utf8'));
  return { ...rest, stream: 'lead-42', type: file.replace('.json', ''), data };
});

const PRIVATE = ['LeadJournalEntryAdded', 'LeadJournalEntryCorrected'];

describe('what others learn of leads', () => {
  it('fits the contract, for every event ever stored', () => {
    for (const event of stored) {
      const message = publishLeads.translate(event as never);
      const name = event.type.slice(0, event.type.indexOf('.v'));
      if (PRIVATE.includes(name)) {
        expect(message).toBeNull();
        continue;
      }
      expect(message?.key).toBe('42');
      const published = parsePublicEvent(message?.value ?? '');
      expect(published).toEqual(JSON.parse(message?.value ?? ''));
      expect(published).toMatchObject({ id: event.id, subject: '42', type: message?.headers['type'] });
    }
  });

  it('carries the trace of the event, where there is one', () => {
    const [first] = stored;
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const traced = { ...first, metadata: { ...first?.metadata, traceparent } };
    expect(parsePublicEvent(publishLeads.translate(traced as never)?.value ?? '')).toMatchObject({ traceparent });
    expect(parsePublicEvent(publishLeads.translate(first as never)?.value ?? '')).not.toHaveProperty('traceparent');
  });

  it('leaves no public event without its origin', () => {
    const told = stored.flatMap(
      (event) => publicEventOf(leadCodec.decode(event as never) as Recorded<LeadEvent>)?.type ?? [],
    );
    expect(new Set(told)).toEqual(new Set(Object.keys(publicEvents)));
    expect(told).toHaveLength(Object.keys(leadEvents).length - PRIVATE.length);
  });

  it('tells who did it by id alone', () => {
    for (const event of stored) {
      const message = publishLeads.translate(event as never);
      expect(message?.value ?? '').not.toContain(event.metadata.actor.name);
    }
  });
});
