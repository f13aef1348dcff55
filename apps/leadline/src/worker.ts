import { workerThreadMain } from '@leadline/service-kit';
import { services } from './services.js';

await workerThreadMain(services);
