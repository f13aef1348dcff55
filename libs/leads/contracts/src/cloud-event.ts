import { z } from 'zod';

/** What every public event says besides its data (CloudEvents 1.0, structured JSON). `source` and `id` identify it. */
export const cloudEventAttributes = {
  specversion: z.literal('1.0'),
  /** The id of the stored event: the same event published again has the same. */
  id: z.uuid(),
  source: z.literal('/leadline/leads'),
  /** The lead's id, which is the message's key as well. */
  subject: z.string(),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  /** Extension "sequence": the lead's revision, in order per subject. */
  sequence: z.string(),
  /** Extension: what belongs to one request, across services. */
  correlationid: z.string(),
  /** Extension "distributed tracing": the span that appended the event, where that was recorded. */
  traceparent: z.string().optional(),
};

/** The schema of one public event type. */
export function cloudEvent<Type extends string, Data extends z.ZodType>(type: Type, data: Data) {
  return z.object({ ...cloudEventAttributes, type: z.literal(type), data });
}
