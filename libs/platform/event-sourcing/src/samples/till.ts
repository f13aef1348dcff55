import { z } from 'zod';
import type { Command, Decider } from '../decider.js';
import { DomainError } from '../domain-error.js';
import { event, eventCodec, type EventsOf } from '../event-codec.js';
import type { Aggregate } from '../handle-command.js';

/** The smallest aggregate with a rule, for the specs of this library: a till that cannot be overdrawn. */
export const tillEvents = {
  TillOpened: event('A till was opened.', z.object({ float: z.number().int() })),
  CashTaken: event('Cash went in or out.', z.object({ amount: z.number().int(), reason: z.string() }), {
    version: 2,
    upcast: { 1: (data) => ({ ...data, reason: 'unknown' }) },
  }),
};
export type TillEvent = EventsOf<typeof tillEvents>;
export type TillCommand =
  Command<'OpenTill', { float: number }> | Command<'TakeCash', { amount: number; reason: string }>;
export interface Till {
  readonly open: boolean;
  readonly balance: number;
}

const decider: Decider<Till, TillCommand, TillEvent> = {
  initialState: () => ({ open: false, balance: 0 }),
  decide(command, till) {
    switch (command.type) {
      case 'OpenTill':
        if (till.open) throw new DomainError('till.already-open');
        return [{ type: 'TillOpened', data: { float: command.data.float } }];
      case 'TakeCash':
        if (!till.open) throw new DomainError('till.closed');
        if (command.data.amount === 0) return [];
        if (till.balance + command.data.amount < 0) throw new DomainError('till.overdrawn', { balance: till.balance });
        return [{ type: 'CashTaken', data: command.data }];
    }
  },
  evolve(till, { type, data }) {
    switch (type) {
      case 'TillOpened':
        return { open: true, balance: data.float };
      case 'CashTaken':
        return { ...till, balance: till.balance + data.amount };
    }
  },
};

export const tillCodec = eventCodec('till', tillEvents);
export const till: Aggregate<Till, TillCommand, TillEvent> = { decider, codec: tillCodec, stateVersion: 1 };
