import { Inject, Injectable } from '@nestjs/common';
import type { ReadModelReader, ReadModelStore, Where } from '@leadline/engines/read-models';
import type { Actor } from '@leadline/event-sourcing';
import { isUnder, mayAssignTo, type Placed, type Reach } from '@leadline/leads-domain';
import { CLOCK, LruCache, READ_MODELS, type Caller, type Clock } from '@leadline/service-kit';
import { colleagueList, NO_TEAM, placeOf, type ColleagueDocument } from '../read/colleague-list.js';
import { Settings } from '../settings/settings.js';

/** How long who moved to another team may be seen by their former supervisor. */
const KEPT_MS = 2_000;
const MOST_KEPT = 10_000;
const PAGE = 1_000;

const ALL: Reach = { kind: 'all' };

/** Which leads somebody may see and work, and to whom they may give them. The rules are the domain's. */
@Injectable()
export class Rights {
  private readonly kept = new LruCache<string, { readonly reach: Reach; readonly until: number }>(MOST_KEPT);
  private readonly colleagues: ReadModelReader<ColleagueDocument>;

  constructor(
    @Inject(READ_MODELS) readModels: ReadModelStore,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly settings: Settings,
  ) {
    this.colleagues = readModels.reader(colleagueList);
  }

  /** An agent's own leads and the pool; a supervisor's people's as well; everything for administrators and API keys. */
  async reachOf({ actor, role }: Caller): Promise<Reach> {
    if (actor.kind !== 'user' || role === 'administrator') return ALL;
    if (role === 'agent') return { kind: 'of', holders: [actor.id] };
    const now = this.clock.nowMs();
    const kept = this.kept.get(actor.id);
    if (kept && kept.until > now) return kept.reach;
    const reach: Reach = { kind: 'of', holders: [actor.id, ...(await this.peopleOf(actor.id))] };
    this.kept.set(actor.id, { reach, until: now + KEPT_MS });
    return reach;
  }

  /** Whether somebody may give leads to a user who is known and active. */
  async mayAssign(actor: Actor, role: Caller['role'] | undefined, assigneeId: string): Promise<boolean> {
    const { state: taker } = await this.settings.colleague(assigneeId);
    if (actor.kind === 'user' && actor.id === assigneeId) return taker?.active ?? true;
    if (!taker?.active) return false;
    if (actor.kind !== 'user' || role === 'administrator') return true;
    return mayAssignTo(await this.place(actor.id, role), { ...taker, id: assigneeId });
  }

  /** Those to whom the caller may give leads, as the list of colleagues is asked for them. */
  async assignable({ actor, role }: Caller): Promise<Where> {
    const all = { active: true };
    if (actor.kind !== 'user' || role === 'administrator') return { all };
    const { teamIds, supervisorId } = await this.place(actor.id, role);
    const or: Where[] = [
      { all: { id: actor.id } },
      { all: { teams: { in: teamIds.length > 0 ? teamIds : [NO_TEAM] } } },
      ...(supervisorId === undefined ? [] : [{ all: { id: supervisorId } }]),
      ...(role === 'supervisor' ? [{ all: { supervisorId: actor.id } }] : []),
    ];
    return { all, or };
  }

  private async peopleOf(supervisorId: string): Promise<string[]> {
    const supervisor = await this.place(supervisorId, 'supervisor');
    const where = {
      or: [{ all: { supervisorId } }, ...supervisor.teamIds.map((teams) => ({ all: { teams } }))],
    };
    const people: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Awaited<ReturnType<typeof this.colleagues.find>> = await this.colleagues.find({
        where,
        limit: PAGE,
        ...(after === null ? {} : { after }),
      });
      people.push(...page.items.filter((item) => isUnder(supervisor, placeOf(item))).map(({ id }) => id));
      after = page.next;
      if (after === null) return people;
    }
  }

  /** The role is what the caller's token says; where nobody signed in, what is known of them. */
  private async place(id: string, role: Caller['role'] | undefined): Promise<Placed> {
    const { state } = await this.settings.colleague(id);
    return {
      id,
      role: role ?? state?.role ?? 'agent',
      teamIds: state?.teamIds ?? [],
      supervisorId: state?.supervisorId,
    };
  }
}
