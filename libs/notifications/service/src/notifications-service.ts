import { Module } from '@nestjs/common';
import type { ServiceDefinition } from '@leadline/service-kit';

@Module({})
export class NotificationsModule {}

/** Its place in the house: it runs and answers for its health; what it holds is on its way. */
export const notificationsService: ServiceDefinition = {
  name: 'notifications',
  module: NotificationsModule,
  topics: [],
  readModels: [],
  work: () => ({ reactions: [], publications: [], consumptions: [] }),
};
