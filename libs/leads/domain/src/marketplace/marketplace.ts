import {
  derivedId,
  DomainError,
  type Aggregate,
  type Command,
  type CommandMetadata,
  type Decider,
} from '@leadline/event-sourcing';
import { noRule, passedOver } from '../exhaustive.js';
import type { ClosingRules } from '../lead/close-lead.js';
import type { Named, PinnedProcess } from '../lead/lead-fields.js';
import { effective, merged, sameJson } from '../merge-patch.js';
import { mustBeFree, nameGiven } from '../names.js';
import { marketplaceCodec, type MarketplaceEvent } from './marketplace.events.js';

/** A place that supplies leads and prescribes how they are sold. */
export interface Marketplace extends ClosingRules {
  readonly name: string;
  /** Every version of the sales process ever published, the present one last; leads refer to them. */
  readonly versions: readonly { readonly version: number; readonly phases: readonly Named[] }[];
  readonly acceptorIds: readonly string[];
  readonly offerExpiresAfterMinutes?: number | undefined;
  readonly complaintDays?: number | undefined;
}

/** A phase as somebody writes it: with its id it is the one there was, under whatever name; without, a new one. */
export interface PhaseGiven {
  readonly id?: string | undefined;
  readonly name: string;
}

export interface MarketplaceSettings extends ClosingRules {
  readonly name: string;
  readonly phases: readonly PhaseGiven[];
  readonly acceptorIds: readonly string[];
  readonly offerExpiresAfterMinutes: number | null;
  readonly complaintDays: number | null;
}

export type MarketplaceCommand =
  | Command<'CreateMarketplace', MarketplaceSettings>
  | Command<
      'ChangeMarketplace',
      { readonly [Setting in keyof MarketplaceSettings]?: MarketplaceSettings[Setting] | undefined }
    >;

/** A marketplace. Changing its phases publishes a new version of its process and alters no lead that runs. */
export const marketplaceDecider: Decider<Marketplace | null, MarketplaceCommand, MarketplaceEvent> = {
  initialState: () => null,

  decide(command, marketplace) {
    switch (command.type) {
      case 'CreateMarketplace': {
        if (marketplace) return [];
        const { phases, offerExpiresAfterMinutes, complaintDays, acceptorIds, ...settings } = command.data;
        const data = {
          ...settings,
          name: nameGiven('marketplace', settings.name),
          phases: fitPhases(phases, [], command.metadata),
          acceptorIds: [...new Set(acceptorIds)],
          ...offerTerms({ offerExpiresAfterMinutes, complaintDays }),
        };
        return [{ type: 'MarketplaceCreated', data }];
      }
      case 'ChangeMarketplace':
        if (!marketplace) throw new DomainError('marketplace.not-found');
        return changed(command.data, marketplace, command.metadata);
      default:
        return noRule(command);
    }
  },

  evolve(marketplace, event) {
    if (event.type === 'MarketplaceCreated') {
      const { phases, ...settings } = event.data;
      return marketplace ?? { ...settings, versions: [{ version: 1, phases }] };
    }
    return marketplace && evolved(marketplace, event);
  },
};

export const marketplaceAggregate: Aggregate<Marketplace | null, MarketplaceCommand, MarketplaceEvent> = {
  decider: marketplaceDecider,
  codec: marketplaceCodec,
  stateVersion: 1,
};

/** The process that a lead arriving now pins. */
export function presentProcess(id: string, { versions }: Pick<Marketplace, 'versions'>): PinnedProcess {
  const present = versions.at(-1) ?? { version: 1, phases: [] };
  return { id, version: present.version, phases: [...present.phases] };
}

function evolved(
  marketplace: Marketplace,
  event: Exclude<MarketplaceEvent, { type: 'MarketplaceCreated' }>,
): Marketplace {
  switch (event.type) {
    case 'MarketplaceRenamed':
    case 'MarketplaceClosingRulesChanged':
    case 'MarketplaceAcceptorsChanged':
      return { ...marketplace, ...event.data };
    case 'MarketplaceProcessPublished':
      return { ...marketplace, versions: [...marketplace.versions, event.data] };
    case 'MarketplaceOfferTermsChanged': {
      const { offerExpiresAfterMinutes: _expires, complaintDays: _complaint, ...rest } = marketplace;
      return { ...rest, ...event.data };
    }
    default:
      return passedOver(marketplace, event);
  }
}

/** @throws DomainError `marketplace.name-missing`, `marketplace.phases-missing`, `marketplace.phase-unknown`, … */
function changed(
  settings: Extract<MarketplaceCommand, { type: 'ChangeMarketplace' }>['data'],
  marketplace: Marketplace,
  metadata: CommandMetadata,
): MarketplaceEvent[] {
  const { strictClose, earlyLost } = marketplace;
  const events: MarketplaceEvent[] = [];
  const name = settings.name === undefined ? marketplace.name : nameGiven('marketplace', settings.name);
  if (name !== marketplace.name) events.push({ type: 'MarketplaceRenamed', data: { name } });
  if (settings.phases) {
    const present = presentProcess('', marketplace);
    const phases = fitPhases(settings.phases, marketplace.versions, metadata);
    if (!sameJson(phases, present.phases)) {
      events.push({ type: 'MarketplaceProcessPublished', data: { version: present.version + 1, phases } });
    }
  }
  const rules = effective(
    { strictClose, earlyLost },
    { strictClose: settings.strictClose, earlyLost: settings.earlyLost },
  );
  if (Object.keys(rules).length > 0) {
    const data = { strictClose: rules.strictClose ?? strictClose, earlyLost: rules.earlyLost ?? earlyLost };
    events.push({ type: 'MarketplaceClosingRulesChanged', data });
  }
  const acceptorIds = settings.acceptorIds && [...new Set(settings.acceptorIds)];
  if (acceptorIds && !sameJson(acceptorIds, marketplace.acceptorIds)) {
    events.push({ type: 'MarketplaceAcceptorsChanged', data: { acceptorIds } });
  }
  const { offerExpiresAfterMinutes, complaintDays } = settings;
  const terms = merged(offerTerms(marketplace), { offerExpiresAfterMinutes, complaintDays });
  if (!sameJson(terms, offerTerms(marketplace))) events.push({ type: 'MarketplaceOfferTermsChanged', data: terms });
  return events;
}

type OfferTerms = { readonly [Term in 'offerExpiresAfterMinutes' | 'complaintDays']?: number | null | undefined };

function offerTerms({ offerExpiresAfterMinutes, complaintDays }: OfferTerms): {
  offerExpiresAfterMinutes?: number;
  complaintDays?: number;
} {
  return {
    ...(typeof offerExpiresAfterMinutes === 'number' ? { offerExpiresAfterMinutes } : {}),
    ...(typeof complaintDays === 'number' ? { complaintDays } : {}),
  };
}

/** Phases with their ids: known ones keep theirs, new ones get one that follows from the command. */
function fitPhases(given: readonly PhaseGiven[], versions: Marketplace['versions'], { id }: CommandMetadata): Named[] {
  if (given.length === 0) throw new DomainError('marketplace.phases-missing');
  const known = new Set(versions.flatMap(({ phases }) => phases.map((phase) => phase.id)));
  const phases: Named[] = [];
  for (const [index, phase] of given.entries()) {
    if (phase.id !== undefined && !known.has(phase.id)) throw new DomainError('marketplace.phase-unknown');
    const name = nameGiven('marketplace.phase', phase.name);
    mustBeFree('marketplace.phase', name, phases);
    phases.push({ id: phase.id ?? derivedId(`${id} phase ${index}`), name });
  }
  if (new Set(phases.map((phase) => phase.id)).size < phases.length) throw new DomainError('marketplace.phase-twice');
  return phases;
}
