import type { Colleague } from './colleague.js';

/** What the rights on leads depend on. */
export type Placed = Pick<Colleague, 'role' | 'supervisorId' | 'teamIds'> & { readonly id: string };

/**
 * Whether somebody's leads are also a supervisor's to see and work: the user names them as supervisor, or is an agent in
 * one of their teams. Nobody but a supervisor has people.
 */
export function isUnder(supervisor: Placed, colleague: Placed): boolean {
  if (supervisor.role !== 'supervisor') return false;
  return colleague.supervisorId === supervisor.id || (colleague.role === 'agent' && shareTeam(supervisor, colleague));
}

/**
 * Whether one may give leads to the other: administrators to anybody; everybody to themselves, to who shares a team with
 * them and to their supervisor; a supervisor to their people as well. Who is in no team counts as in one with all the
 * others without: a house that has set up no teams works as one.
 */
export function mayAssignTo(giver: Placed, taker: Placed): boolean {
  return (
    giver.role === 'administrator' ||
    taker.id === giver.id ||
    taker.id === giver.supervisorId ||
    isUnder(giver, taker) ||
    shareTeam(giver, taker) ||
    (giver.teamIds.length === 0 && taker.teamIds.length === 0)
  );
}

function shareTeam(one: Placed, other: Placed): boolean {
  return one.teamIds.some((id) => other.teamIds.includes(id));
}
