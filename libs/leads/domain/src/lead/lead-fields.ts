import { z } from 'zod';
import type { Patch } from '../merge-patch.js';

/** Any id of ours: UUIDs as a rule, but nothing here depends on it. */
export const id = z.string().min(1).max(64);
/** ISO 8601, UTC. */
export const instant = z.iso.datetime();
const text = z.string().min(1);

/** A thing with the name it had when it was recorded. */
export const named = z.strictObject({ id, name: z.string() });

export const phone = z.strictObject({
  kind: z.enum(['work', 'mobile', 'home', 'fax']),
  /** E.164: what is compared, searched and dialled. */
  number: z.string().regex(/^\+[1-9]\d{1,14}$/),
  /** As somebody wrote it, extension and all. */
  typed: text,
});

const addressFields = {
  street: text,
  postalCode: text,
  city: text,
  region: text,
  /** ISO 3166-1 alpha-2. */
  countryCode: z.string().regex(/^[A-Z]{2}$/),
};

const customerFields = {
  salutation: text,
  givenName: text,
  familyName: text,
  organisation: text,
  email: text,
  phones: z.array(phone),
  contactId: id,
  companyId: id,
};

export const customer = z.strictObject({
  ...optional(customerFields),
  address: z.strictObject(optional(addressFields)).optional(),
});

export const money = z.strictObject({
  /** Cents, pence, yen: the currency's smallest unit. */
  amountMinor: z.int(),
  currency: z.string().regex(/^[A-Z]{3}$/),
});

export const interest = z.strictObject({
  description: text,
  productId: id.optional(),
  /** A decimal in full precision, "1.5". */
  quantity: z.string().regex(/^\d+(\.\d+)?$/),
  unit: text.optional(),
  unitPrice: money.optional(),
});

/** The lead's id with whoever sent it; unique per sender. */
export const externalReference = z.strictObject({ sender: text, id: text });

/** A version of a sales process, as a lead pins it on arrival. */
export const pinnedProcess = z.strictObject({ id, version: z.int().positive(), phases: z.array(named).min(1) });

/** What somebody corrected: only the fields that changed, null where one was cleared. RFC 7396. */
export const correctedFields = z.strictObject({
  subject: text.optional(),
  note: text.nullish(),
  sourceId: id.nullish(),
  interests: z.array(interest).optional(),
  receivedAt: instant.optional(),
  customer: z
    .strictObject({ ...nullish(customerFields), address: z.strictObject(nullish(addressFields)).nullish() })
    .optional(),
});

/** A time on the clocks of a place, and the instant that it is: see `docs/adr/0019-local-times-are-resolved-at-the-door.md`. */
export const dueTime = z.strictObject({
  /** `2026-03-29T02:30`. */
  localTime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
  /** IANA name. */
  timeZone: text,
  at: instant,
});

export const outcome = z.enum(['won', 'lost']);

export type Named = z.output<typeof named>;
export type Phone = z.output<typeof phone>;
export type Customer = z.output<typeof customer>;
export type CustomerPatch = Patch<Customer>;
export type Interest = z.output<typeof interest>;
export type Money = z.output<typeof money>;
export type ExternalReference = z.output<typeof externalReference>;
export type PinnedProcess = z.output<typeof pinnedProcess>;
export type CorrectedFields = z.output<typeof correctedFields>;
export type DueTime = z.output<typeof dueTime>;
export type ClosingOutcome = z.output<typeof outcome>;

function optional<Shape extends Record<string, z.ZodType>>(
  shape: Shape,
): { [F in keyof Shape]: z.ZodOptional<Shape[F]> };
function optional(shape: Record<string, z.ZodType>): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(shape).map(([field, schema]) => [field, schema.optional()]));
}

function nullish<Shape extends Record<string, z.ZodType>>(
  shape: Shape,
): { [F in keyof Shape]: z.ZodOptional<z.ZodNullable<Shape[F]>> };
function nullish(shape: Record<string, z.ZodType>): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(shape).map(([field, schema]) => [field, schema.nullish()]));
}
