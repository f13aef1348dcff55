import { resolve } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { ensureFirstAdministrator } from '@leadline/identity-service';
import { ConfigError, type Config, type Engines, type ServiceDefinition } from '@leadline/service-kit';
import { buildDemo, DEMO_START_DAYS } from './demo/build-demo.js';
import { DemoFolderError, finishDemo, takeDemoFolder } from './demo/demo-folder.js';
import { MAIL_DOMAIN } from './demo/installation.js';
import { DAY_MS } from './demo/working-time.js';

/** `npm start -- --demo`: a firm that has been working with Leadline for months. */
export interface Demo {
  /**
   * Builds what is not there yet, once the process listens.
   * @returns for the person at the terminal: who can sign in
   */
  build(running: { readonly engines: Engines; readonly config: Config }): Promise<readonly string[]>;
}

type Environment = Record<string, string | undefined>;

const ENGINE_VARIABLES = ['EVENT_STORE_URL', 'KAFKA_BROKERS', 'MONGODB_URL'];

/**
 * The demo, where it is asked for; null where it is not. Takes its folder and sets the environment to it: `./data-demo`,
 * unless LEADLINE_DATA says otherwise, so that real data is never touched. Ends the process where it cannot be built there.
 */
export function takeDemo(
  argv: readonly string[],
  env: Environment,
  services: readonly ServiceDefinition[],
): Demo | null {
  if (!isMainThread || !argv.includes('--demo')) return null;
  try {
    return prepareDemo(env, services);
  } catch (error) {
    if (!(error instanceof DemoFolderError) && !(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** @throws DemoFolderError, ConfigError */
export function prepareDemo(env: Environment, services: readonly ServiceDefinition[], now = new Date()): Demo {
  const given = ENGINE_VARIABLES.filter((name) => env[name]);
  if (given.length > 0) {
    throw new ConfigError([`The demo runs on the engines within Leadline: leave ${given.join(' and ')} out`]);
  }
  const folder = resolve(env['LEADLINE_DATA'] || './data-demo');
  const plan = takeDemoFolder(folder, now.toISOString(), env['LEADLINE_ADMIN_PASSWORD'] || undefined);
  env['LEADLINE_DATA'] = folder;
  return {
    async build({ engines, config }) {
      const { email } = config.admin;
      if (!plan.finished) {
        const startMs = Date.parse(plan.now) - DEMO_START_DAYS * DAY_MS;
        const clock = { now: () => new Date(startMs).toISOString(), nowMs: () => startMs };
        const { eventStore } = engines;
        await ensureFirstAdministrator({ eventStore, admin: { email, password: plan.password }, clock });
        await buildDemo(services, engines, config, plan);
        finishDemo(folder, plan);
      }
      return signInLines(email, plan.password);
    },
  };
}

function signInLines(administrator: string, password: string): readonly string[] {
  return [
    '  A demo: Sonnwerk sells solar power and heat pumps, and is invented like everybody in it. Sign in as',
    `    agent          anna.bergmann@${MAIL_DOMAIN}`,
    `    supervisor     claudia.neuhaus@${MAIL_DOMAIN}`,
    `    administrator  ${administrator}`,
    `  each with the password ${password}`,
  ];
}
