import { Module } from '@nestjs/common';
import type { ServiceDefinition } from '@leadline/service-kit';

@Module({})
export class SalesDocumentsModule {}

/** Its place in the house: it runs and answers for its health; what it holds is on its way. */
export const salesDocumentsService: ServiceDefinition = {
  name: 'sales-documents',
  module: SalesDocumentsModule,
  topics: [],
  readModels: [],
  work: () => ({ reactions: [], publications: [], consumptions: [] }),
};
