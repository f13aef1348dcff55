import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { ReadModelReader, ReadModelStore } from '@leadline/engines/read-models';
import { isDomainError, type CommandMetadata } from '@leadline/event-sourcing';
import { userIdOf, type Language, type User, type UserCommand } from '@leadline/identity-domain';
import { CLOCK, CONFIG, READ_MODELS, type Clock, type Config } from '@leadline/service-kit';
import type { FastifyRequest } from 'fastify';
import { metadataOf } from '../request-facts.js';
import { SYSTEM } from '../system-actor.js';
import { HandleUser } from '../users/handle-user.js';
import { Users } from '../users/users.js';
import { providerAccountId, providerAccounts, type ProviderAccountDocument } from './provider-accounts.js';
import type { ProviderIdentity } from './provider.js';

/** Why somebody whom the provider vouches for may not enter; the console has a sentence for each. */
export type ProviderRefusal = 'oidc-unknown-user' | 'oidc-email-unverified' | 'oidc-other-account';

export type ProviderUser =
  { readonly userId: string; readonly user: NonNullable<User> } | { readonly refused: ProviderRefusal };

/** Finds the user whom an account at the provider belongs to. */
@Injectable()
export class ProviderUsers {
  private readonly accounts: ReadModelReader<ProviderAccountDocument>;

  constructor(
    private readonly commands: CommandBus,
    private readonly users: Users,
    @Inject(READ_MODELS) readModels: ReadModelStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.accounts = readModels.reader<ProviderAccountDocument>(providerAccounts);
  }

  /**
   * The user by the account, once it is linked; the first time by the address, if the provider has verified it. Every step
   * may be repeated, so whatever a crash leaves undone the next sign-in does.
   */
  async find(identity: ProviderIdentity, request: FastifyRequest): Promise<ProviderUser> {
    const account = await this.accounts.get(providerAccountId(identity));
    if (account) return this.active(account.userId);
    const { email, emailVerified, issuer, subject } = identity;
    if (email === undefined) return { refused: 'oidc-unknown-user' };
    if (!emailVerified) return { refused: 'oidc-email-unverified' };
    const userId = userIdOf(email);
    if (!(await this.users.load(userId))) await this.register(identity, email, request);
    const found = await this.active(userId);
    if ('refused' in found) return found;
    const actor = { kind: 'user', id: userId, name: found.user.profile.name } as const;
    const metadata = metadataOf(request, actor, this.clock);
    const linked = await this.carriedOut(userId, { type: 'LinkUserToProvider', data: { issuer, subject }, metadata });
    return linked ? found : { refused: 'oidc-other-account' };
  }

  private async active(userId: string): Promise<ProviderUser> {
    const user = await this.users.load(userId);
    return user?.active === true ? { userId, user } : { refused: 'oidc-unknown-user' };
  }

  private async register(identity: ProviderIdentity, email: string, request: FastifyRequest): Promise<void> {
    const role = this.config.oidc?.createUsers;
    if (role === undefined) return;
    const metadata: CommandMetadata = metadataOf(request, SYSTEM, this.clock);
    const data = {
      email,
      name: identity.name?.slice(0, 200) ?? email.split('@', 1).join(''),
      role,
      language: languageOf(identity.locale),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      teamIds: [],
    };
    // Refused where somebody else has just registered them: then they are there.
    await this.carriedOut(userIdOf(email), { type: 'RegisterUser', data, metadata });
  }

  /** False where a rule forbids it. */
  private async carriedOut(userId: string, command: UserCommand): Promise<boolean> {
    try {
      await this.commands.execute(new HandleUser(userId, command));
      return true;
    } catch (error) {
      if (isDomainError(error)) return false;
      throw error;
    }
  }
}

/** BCP 47, `de-AT`. */
function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('de') === true ? 'de' : 'en';
}
