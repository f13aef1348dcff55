import type { Lead } from '../../../api/types.js';

/** What can be done with a lead as a whole. */
export type LeadAction = 'accept' | 'assign' | 'resubmit' | 'win' | 'lose' | 'reopen' | 'deactivate' | 'reactivate';

type Standing = Pick<Lead, 'status' | 'active' | 'resubmission'>;

/** The actions that make sense for a lead as it stands, the likeliest first. */
export function actionsFor({ status, active, resubmission }: Standing): LeadAction[] {
  if (!active) return ['reactivate'];
  switch (status) {
    case 'open':
    case 'offered':
      return ['accept', 'assign', 'deactivate'];
    case 'inProgress':
      // One that is there is moved where it is shown.
      return ['win', 'lose', ...(resubmission ? [] : (['resubmit'] as const)), 'assign', 'deactivate'];
    case 'won':
    case 'lost':
      return ['reopen', 'deactivate'];
    default:
      return status satisfies never;
  }
}
