import { Module } from '@nestjs/common';
import { IDENTITY_TOPIC } from '@leadline/identity-contracts';
import { userAggregate } from '@leadline/identity-domain';
import { aggregateHandler, type ServiceDefinition } from '@leadline/service-kit';
import { identityMessages } from './messages.js';
import { identityPublication } from './publish.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { HandleUser } from './users/handle-user.js';
import { userList } from './users/user-list.js';
import { UsersController } from './users/users.controller.js';

@Module({
  controllers: [SignInController, UsersController],
  providers: [aggregateHandler(HandleUser, userAggregate)],
})
export class IdentityModule {}

export const identityService: ServiceDefinition = {
  name: 'identity',
  module: IdentityModule,
  topics: [IDENTITY_TOPIC],
  readModels: [userList],
  messages: identityMessages,
  work: () => ({ reactions: [], publications: [identityPublication], consumptions: [] }),
};
