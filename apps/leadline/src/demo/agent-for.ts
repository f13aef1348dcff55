import type { LeadRow } from '@leadline/leads-service';
import type { Chance } from './chance.js';
import { people, type Person } from './company.js';

/** Who the file says, else somebody of the team whose country it is. */
export function agentFor({ assigneeEmail, customer }: LeadRow, chance: Chance): Person {
  const agents = people.filter(({ role }) => role === 'agent');
  const named = agents.find(({ key }) => assigneeEmail?.startsWith(`${key}@`));
  if (named) return named;
  const country = customer.address?.countryCode ?? 'DE';
  const team =
    country === 'DE' ? chance.pick(['north', 'north', 'south'] as const) : country === 'AT' ? 'south' : 'abroad';
  return chance.pick(agents.filter((agent) => agent.team === team));
}
