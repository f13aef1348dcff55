import { Module } from '@nestjs/common';
import type { ServiceDefinition } from '@leadline/service-kit';

@Module({})
export class ContactsModule {}

/** Its place in the house: it runs and answers for its health; what it holds is on its way. */
export const contactsService: ServiceDefinition = {
  name: 'contacts',
  module: ContactsModule,
  topics: [],
  readModels: [],
  work: () => ({ reactions: [], publications: [], consumptions: [] }),
};
