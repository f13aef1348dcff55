import { Inject, Injectable } from '@nestjs/common';
import type { EventStore } from '@leadline/engines/event-store';
import type { ReadModelReader, ReadModelStore } from '@leadline/engines/read-models';
import { loadState, type Actor } from '@leadline/event-sourcing';
import { TEAMS_ID, teamsAggregate, userAggregate, type Teams, type User } from '@leadline/identity-domain';
import { EVENT_STORE, forbidden, invalidInput, READ_MODELS, type Caller } from '@leadline/service-kit';
import { userList, type UserDocument } from './user-list.js';

/** Users and teams as they are now, for commands and for sign-in: folded from their streams. */
@Injectable()
export class Users {
  readonly list: ReadModelReader<UserDocument>;

  constructor(
    @Inject(EVENT_STORE) private readonly eventStore: EventStore,
    @Inject(READ_MODELS) readModels: ReadModelStore,
  ) {
    this.list = readModels.reader<UserDocument>(userList);
  }

  async load(id: string): Promise<User> {
    return (await loadState(this.eventStore, userAggregate, userAggregate.codec.streamOf(id))).state;
  }

  /** The user who calls. @throws ProblemError 403 for an API key, which is nobody */
  async self({ actor }: Caller): Promise<NonNullable<User>> {
    const user = actor.kind === 'user' ? await this.load(actor.id) : null;
    if (!user) throw forbidden();
    return user;
  }

  /**
   * Whoever administers must still be allowed to: the guard's knowledge of them may be a minute old, and in that minute they
   * could give themselves another way in, or leave nobody who can administer.
   * @throws ProblemError 403
   */
  async mustAdminister({ kind, id }: Actor): Promise<void> {
    if (kind !== 'user') return;
    const user = await this.load(id);
    if (!user?.active || user.profile.role !== 'administrator') throw forbidden();
  }

  async teams(): Promise<{ readonly teams: Teams; readonly revision: number }> {
    const { state: teams, revision } = await loadState(
      this.eventStore,
      teamsAggregate,
      teamsAggregate.codec.streamOf(TEAMS_ID),
    );
    return { teams, revision };
  }

  /** The ids of those teams that users can be in. */
  async activeTeamIds(): Promise<ReadonlySet<string>> {
    const { teams } = await this.teams();
    return new Set(teams.filter(({ active }) => active).map(({ id }) => id));
  }

  /**
   * What is said of a user must lead somewhere.
   * @param before the teams that the user is in already, also if one of them has been deactivated since
   * @throws ProblemError 400
   */
  async checkReferences(
    {
      supervisorId,
      teamIds = [],
    }: { supervisorId?: string | null | undefined; teamIds?: readonly string[] | undefined },
    before: readonly string[] = [],
  ): Promise<void> {
    if (typeof supervisorId === 'string' && !(await this.load(supervisorId))) {
      throw invalidInput({
        field: 'supervisorId',
        code: 'exists',
        message: { en: 'must be a user', de: 'muss ein Benutzer sein' },
      });
    }
    if (teamIds.length === 0) return;
    const active = await this.activeTeamIds();
    if (teamIds.every((id) => active.has(id) || before.includes(id))) return;
    throw invalidInput({
      field: 'teamIds',
      code: 'exists',
      message: { en: 'must all be active teams', de: 'müssen alle aktive Teams sein' },
    });
  }
}
