import { event, eventCodec, type EventsOf } from '@leadline/event-sourcing';
import { z } from 'zod';
import { id } from '../lead/lead-fields.js';

const source = z.strictObject({ sourceId: id, name: z.string().min(1) });

export const sourceEvents = {
  SourceAdded: event('A place where leads come from was added.', source),
  SourceRenamed: event('A source got another name; leads keep the source.', source),
};

export type SourceEvent = EventsOf<typeof sourceEvents>;

export const sourcesCodec = eventCodec('sources', sourceEvents);
