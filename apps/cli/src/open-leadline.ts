import { randomBytes } from 'node:crypto';
import { identityService } from '@leadline/identity-service';
import { leadsService } from '@leadline/leads-service';
import {
  createApi,
  createLogger,
  createWorker,
  loadConfig,
  openEngines,
  type Authenticator,
  type Caller,
} from '@leadline/service-kit';
import { assertAddress, CliError, httpApi, signedIn, type LeadlineApi } from './leadline-api.js';

export interface Target {
  /** A Leadline that runs; left out, the engines of the environment are opened in this process. */
  readonly url?: string | undefined;
}

const services = [identityService, leadsService];

/**
 * The Leadline that a command is meant for. With a URL, it speaks to the one running there, as whoever LEADLINE_TOKEN or
 * LEADLINE_EMAIL and LEADLINE_PASSWORD say. Without, it opens data folder or engines itself and does API and work within
 * this process, so every command goes the same way as a request from outside.
 */
export async function openLeadline({ url }: Target, env: NodeJS.ProcessEnv = process.env): Promise<LeadlineApi> {
  return url === undefined ? openHere(env) : openThere(url, env);
}

async function openThere(url: string, env: NodeJS.ProcessEnv): Promise<LeadlineApi> {
  assertAddress(url);
  const { LEADLINE_TOKEN: given, LEADLINE_EMAIL: email, LEADLINE_PASSWORD: password } = env;
  if (given !== undefined && given !== '') return httpApi(url, async () => given);
  if (email === undefined || password === undefined) {
    throw new CliError(`To speak to ${url}, set LEADLINE_TOKEN, or LEADLINE_EMAIL and LEADLINE_PASSWORD.`);
  }
  const token = signedIn(url, email, password);
  await token();
  return httpApi(url, token);
}

async function openHere(env: NodeJS.ProcessEnv): Promise<LeadlineApi> {
  const config = { ...loadConfig(env), host: '127.0.0.1', port: 0 };
  const logger = createLogger('error');
  const engines = await openEngines(config).catch((error: unknown) =>
    explain(error, ' Or speak to the Leadline that runs there: --url and its address.'),
  );
  const token = randomBytes(32).toString('base64url');
  const worker = await createWorker({ services, engines, config, logger });
  const app = await createApi({ services, engines, config, logger, authenticator: onlyThisProcess(token) });
  await app.listen(config.port, config.host);
  return httpApi(
    await app.getUrl(),
    async () => token,
    async () => {
      await app.close();
      await worker.stop();
      await engines.close();
    },
  );
}

/** Says in a sentence who has the data folder, and what to do then. @throws CliError, or what it was */
export function explain(error: unknown, otherwise = ''): never {
  if (!(error instanceof Error) || error.name !== 'DataFolderInUseError') throw error;
  throw new CliError(`${error.message}${otherwise}`);
}

/** Whoever can open the data folder may do anything; nobody else has the token. */
function onlyThisProcess(token: string): Authenticator {
  const caller: Caller = {
    actor: { kind: 'system', id: 'cli', name: 'Command line' },
    role: 'administrator',
    language: 'en',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  return { authenticate: (given) => (given === token ? caller : null) };
}
