import { apiOf, type Product } from '../browser/product.js';
import { journey, onStage } from '../browser/stage.js';
import { startServices } from '../services-process.js';
import { editingJourney } from './editing-journey.js';
import { leadJourney } from './lead-journey.js';
import { nothingIsTold } from './nothing-is-told.js';
import { rightsJourney } from './rights-journey.js';
import { sessionJourney } from './session-journey.js';

interface Subscription {
  readonly name: string;
  readonly holder: string | null;
}

/** Two replicas per role. Amid a journey one that serves the leads dies, and the one that keeps their list. */
async function openServices(): Promise<Product> {
  const services = await startServices({ services: ['identity', 'leads'], env: { LOG_LEVEL: 'debug' } });
  const { url, administrator, output } = services;
  const product: Product = {
    url,
    administrator,
    output,
    async disturb() {
      const api = await apiOf(product);
      const { body } = await api.get<{ items: readonly Subscription[] }>('/api/operations/subscriptions');
      const holder = body.items.find(({ name }) => name === 'leadList')?.holder ?? '';
      const pids = await services.pids();
      const worker = Object.keys(pids).find((name) => holder.includes(`-${pids[name]}-`));
      if (worker === undefined) throw new Error(`Nobody keeps the list of leads: ${JSON.stringify(body.items)}`);
      await Promise.all([services.kill(worker), services.kill('leads-api-1')]);
    },
    async dispose() {
      await services.stop();
    },
  };
  return product;
}

onStage(
  'In browsers, on services of their own',
  (stage) => {
    journey('a lead from import to won, while two processes die', stage, leadJourney);
    journey('everybody sees what they may', stage, rightsJourney);
    journey('two edit the same lead', stage, editingJourney);
    journey('a session ends amid the work', stage, sessionJourney);
    nothingIsTold(stage);
  },
  openServices,
);
