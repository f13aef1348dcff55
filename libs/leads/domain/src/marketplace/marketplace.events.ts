import { event, eventCodec, type EventsOf } from '@leadline/event-sourcing';
import { z } from 'zod';
import { id, named } from '../lead/lead-fields.js';

const name = z.string().min(1);
const phases = z.array(named).min(1);
const closingRules = {
  /** Won or lost only once every phase is completed. */
  strictClose: z.boolean(),
  /** Lost at any time, even where closing is strict. */
  earlyLost: z.boolean(),
};
const offerTerms = {
  offerExpiresAfterMinutes: z.int().positive().optional(),
  /** How long a lead can be returned to the marketplace. */
  complaintDays: z.int().nonnegative().optional(),
};

export const marketplaceEvents = {
  MarketplaceCreated: event(
    'A place that supplies leads was set up, with the first version of its sales process.',
    z.strictObject({ name, phases, ...closingRules, acceptorIds: z.array(id), ...offerTerms }),
  ),
  MarketplaceRenamed: event('The marketplace got another name.', z.strictObject({ name })),
  MarketplaceProcessPublished: event(
    'A new version of the sales process; leads that run stay on theirs.',
    z.strictObject({ version: z.int().positive(), phases }),
  ),
  MarketplaceClosingRulesChanged: event('When its leads may be closed was changed.', z.strictObject(closingRules)),
  MarketplaceAcceptorsChanged: event(
    'Whom its leads are offered to was changed.',
    z.strictObject({ acceptorIds: z.array(id) }),
  ),
  MarketplaceOfferTermsChanged: event('How long its offers stand was changed.', z.strictObject(offerTerms)),
};

export type MarketplaceEvent = EventsOf<typeof marketplaceEvents>;

export const marketplaceCodec = eventCodec('marketplace', marketplaceEvents);
