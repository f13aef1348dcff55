import { identityService } from '@leadline/identity-service';
import { leadsService } from '@leadline/leads-service';
import type { ServiceDefinition } from '@leadline/service-kit';

/** Every service that holds something: the api thread and the worker thread know the same ones. */
export const services: readonly ServiceDefinition[] = [leadsService, identityService];
