import { DomainError, type Aggregate, type Command, type Decider } from '@leadline/event-sourcing';
import { noRule, passedOver } from '../exhaustive.js';
import type { ClosingOutcome } from '../lead/lead-fields.js';
import { mustBeFree, nameGiven } from '../names.js';
import { SYSTEM_REASONS } from './system-reasons.js';
import { closingReasonsCodec, type ClosingReasonEvent } from './closing-reasons.events.js';

export interface ClosingReason {
  readonly id: string;
  readonly outcome: ClosingOutcome;
  readonly name: string;
  /** Came with Leadline: it can be renamed and hidden like any other, and never goes away. */
  readonly system: boolean;
  /** No longer offered; stays on the leads that have it. */
  readonly hidden: boolean;
}

export type ClosingReasonsCommand =
  | Command<'AddClosingReason', { readonly reasonId: string; readonly outcome: ClosingOutcome; readonly name: string }>
  | Command<
      'ChangeClosingReason',
      { readonly reasonId: string; readonly name?: string | undefined; readonly hidden?: boolean | undefined }
    >;

/** All closing reasons are one aggregate, since one visible one per outcome must remain: its id. */
export const CLOSING_REASONS_ID = 'all';

const SHIPPED: readonly ClosingReason[] = SYSTEM_REASONS.map(({ id, outcome, names }) => ({
  id,
  outcome,
  name: names.en,
  system: true,
  hidden: false,
}));

/** The closing reasons: those that came with Leadline, and those added, in that order. */
export const closingReasonsDecider: Decider<readonly ClosingReason[], ClosingReasonsCommand, ClosingReasonEvent> = {
  initialState: () => SHIPPED,

  decide(command, reasons) {
    switch (command.type) {
      case 'AddClosingReason': {
        const { reasonId, outcome } = command.data;
        if (reasons.some(({ id }) => id === reasonId)) return [];
        const name = nameGiven('closing-reason', command.data.name);
        mustBeFree('closing-reason', name, of(outcome, reasons));
        return [{ type: 'ClosingReasonAdded', data: { reasonId, outcome, name } }];
      }
      case 'ChangeClosingReason':
        return changed(command.data, reasons);
      default:
        return noRule(command);
    }
  },

  evolve(reasons, event) {
    switch (event.type) {
      case 'ClosingReasonAdded': {
        const { reasonId, outcome, name } = event.data;
        return [...reasons, { id: reasonId, outcome, name, system: false, hidden: false }];
      }
      case 'ClosingReasonRenamed':
        return reasons.map((reason) =>
          reason.id === event.data.reasonId ? { ...reason, name: event.data.name } : reason,
        );
      case 'ClosingReasonHidden':
      case 'ClosingReasonShown': {
        const hidden = event.type === 'ClosingReasonHidden';
        return reasons.map((reason) => (reason.id === event.data.reasonId ? { ...reason, hidden } : reason));
      }
      default:
        return passedOver(reasons, event);
    }
  },
};

export const closingReasonsAggregate: Aggregate<readonly ClosingReason[], ClosingReasonsCommand, ClosingReasonEvent> = {
  decider: closingReasonsDecider,
  codec: closingReasonsCodec,
  stateVersion: 1,
};

/** @throws DomainError `closing-reason.not-found`, `.name-missing`, `.name-taken`, `.last-visible` */
function changed(
  { reasonId, name: given, hidden }: Extract<ClosingReasonsCommand, { type: 'ChangeClosingReason' }>['data'],
  reasons: readonly ClosingReason[],
): ClosingReasonEvent[] {
  const reason = reasons.find(({ id }) => id === reasonId);
  if (!reason) throw new DomainError('closing-reason.not-found');
  const name = given === undefined ? reason.name : nameGiven('closing-reason', given);
  const others = of(reason.outcome, reasons).filter((other) => other !== reason);
  const events: ClosingReasonEvent[] = [];
  if (name !== reason.name) {
    mustBeFree('closing-reason', name, others);
    events.push({ type: 'ClosingReasonRenamed', data: { reasonId, name } });
  }
  if (hidden === true && !reason.hidden) {
    if (others.every((other) => other.hidden)) {
      throw new DomainError('closing-reason.last-visible', { outcome: reason.outcome });
    }
    events.push({ type: 'ClosingReasonHidden', data: { reasonId } });
  }
  if (hidden === false && reason.hidden) events.push({ type: 'ClosingReasonShown', data: { reasonId } });
  return events;
}

function of(outcome: ClosingOutcome, reasons: readonly ClosingReason[]): ClosingReason[] {
  return reasons.filter((reason) => reason.outcome === outcome);
}
