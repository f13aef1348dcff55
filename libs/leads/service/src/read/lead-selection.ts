import type { Condition, Find, Path, Scalar, Where } from '@leadline/engines/read-models';
import type { TrafficLight } from '@leadline/leads-contracts';
import { SOON_MS, type Reach } from '@leadline/leads-domain';
import type { Caller } from '@leadline/service-kit';
import { dayOf } from '../lead/due-time.js';
import { LEAD_FILTERS, POOL } from './lead-list.js';
import { ME, NONE, type LeadFilters } from './lead-list.query.js';

const FILTERS = ['status', 'phase', 'sourceId', 'marketplaceId', 'assigneeId'] as const;

/** Who looks at the list, and when. */
export interface Onlooker {
  readonly caller: Pick<Caller, 'actor' | 'timeZone'>;
  readonly reach: Reach;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/** What the read model is asked for, within the caller's reach. */
export function selectionOf(query: LeadFilters, { caller, reach, now }: Onlooker): Pick<Find, 'search' | 'where'> {
  const all: Record<Path, Condition> = {};
  for (const name of FILTERS) {
    const wanted = query[name]?.map((value) => scalarOf(name, value, caller.actor.id)) ?? [];
    const [only] = wanted;
    if (only !== undefined) all[LEAD_FILTERS[name]] = wanted.length === 1 ? only : { in: wanted };
  }
  const search = query.q?.trim();
  if (query.deactivated !== undefined) all['active'] = !query.deactivated;
  else if (!search) all['active'] = true;
  const and: Where[] = [];
  if (query.due === 'overdue') and.push({ all: { due: { lte: now } } });
  if (query.due === 'today') {
    const { from, until } = dayOf(now, caller.timeZone);
    and.push({ all: { due: { gte: from, lt: until } } });
  }
  if (query.light) and.push({ or: query.light.flatMap((light) => underLight(light, now)) });
  if (reach.kind === 'of') and.push({ all: { holder: { in: [...reach.holders, POOL] } } });
  return { where: { all, and }, ...(search ? { search } : {}) };
}

/** True where what is found depends on when it is asked for. */
export function dependsOnTime({ due, light }: LeadFilters): boolean {
  return due !== undefined || light !== undefined;
}

function scalarOf(name: (typeof FILTERS)[number], value: string, me: string): Scalar {
  if (value === NONE) return name === 'assigneeId' ? POOL : null;
  return value === ME ? me : value;
}

/** The same borders as `trafficLight` has. */
function underLight(light: TrafficLight, now: string): Where[] {
  const soon = new Date(Date.parse(now) + SOON_MS).toISOString();
  switch (light) {
    case 'red':
      return [{ all: { due: { lte: now } } }];
    case 'yellow':
      return [{ all: { due: { gt: now, lte: soon } } }];
    case 'green':
      return [{ all: { due: null } }, { all: { due: { gt: soon } } }];
    default:
      return light satisfies never;
  }
}
