import { Module } from '@nestjs/common';
import { IDENTITY_TOPIC } from '@leadline/identity-contracts';
import { sessionAggregate, signInAttemptsAggregate, userAggregate } from '@leadline/identity-domain';
import { aggregateHandler, type ServiceDefinition } from '@leadline/service-kit';
import { apiKeyList } from './api-keys/api-key-list.js';
import { ApiKeyHandler, ApiKeysController } from './api-keys/api-keys.controller.js';
import { MeController } from './me/me.controller.js';
import { identityMessages } from './messages.js';
import { identityPublication } from './publish.js';
import { providerAccounts } from './provider/provider-accounts.js';
import { ProviderUsers } from './provider/provider-users.js';
import { ProviderController } from './provider/provider.controller.js';
import { Provider } from './provider/provider.js';
import { HandleSession } from './sessions/handle-session.js';
import { Sessions } from './sessions/sessions.js';
import { HandleSignInAttempts, SignInLimits } from './sign-in/sign-in-limits.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { TeamsController, TeamsHandler } from './teams/teams.controller.js';
import { Keys } from './tokens/keys.js';
import { SigningKeysController } from './tokens/signing-keys.controller.js';
import { AcceptInvitationController } from './users/accept-invitation.controller.js';
import { HandleUser } from './users/handle-user.js';
import { userList } from './users/user-list.js';
import { Users } from './users/users.js';
import { UsersController } from './users/users.controller.js';

@Module({
  controllers: [
    SignInController,
    AcceptInvitationController,
    ProviderController,
    MeController,
    SigningKeysController,
    UsersController,
    TeamsController,
    ApiKeysController,
  ],
  providers: [
    Keys,
    Provider,
    ProviderUsers,
    Sessions,
    SignInLimits,
    Users,
    aggregateHandler(HandleSession, sessionAggregate),
    aggregateHandler(HandleSignInAttempts, signInAttemptsAggregate),
    aggregateHandler(HandleUser, userAggregate),
    ApiKeyHandler,
    TeamsHandler,
  ],
})
export class IdentityModule {}

export const identityService: ServiceDefinition = {
  name: 'identity',
  module: IdentityModule,
  topics: [IDENTITY_TOPIC],
  readModels: [userList, apiKeyList, providerAccounts],
  messages: identityMessages,
  work: () => ({ reactions: [], publications: [identityPublication], consumptions: [] }),
};
