import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { repository } from './repository.js';
import { UserError } from './user-error.js';

const runFile = promisify(execFile);
const variables = ['EVENT_STORE_URL', 'KAFKA_BROKERS', 'MONGODB_URL'] as const;

export type EngineAddresses = Readonly<Record<(typeof variables)[number], string>>;

/** The engines of the environment, else those of `npm run engines`, started where they do not run. @throws UserError */
export async function engineAddresses(env: NodeJS.ProcessEnv): Promise<EngineAddresses> {
  const given = variables.filter((name) => env[name]);
  if (given.length > 0 && given.length < variables.length) {
    throw new UserError(`Set all of ${variables.join(', ')}, or none of them. Set: ${given.join(', ')}.`);
  }
  const source: unknown = given.length > 0 ? env : JSON.parse(await engines('start', '--json'));
  const [EVENT_STORE_URL, KAFKA_BROKERS, MONGODB_URL] = variables.map((name) => textAt(source, name));
  if (!EVENT_STORE_URL || !KAFKA_BROKERS || !MONGODB_URL) throw new UserError('Not every engine could be started.');
  return { EVENT_STORE_URL, KAFKA_BROKERS, MONGODB_URL };
}

/** The path of an nginx that runs here; fetched where this machine has none. @throws UserError */
export async function nginxPath(): Promise<string> {
  return (await engines('nginx')).trim();
}

async function engines(...args: string[]): Promise<string> {
  const main = `${repository}/infra/engines/dist/main.js`;
  const child = runFile(process.execPath, ['--disable-warning=TimeoutNegativeWarning', main, ...args]);
  child.child.stderr?.pipe(process.stderr); // progress, and what is wrong
  try {
    return (await child).stdout;
  } catch {
    throw new UserError('The engines could not be started; what is wrong stands above.');
  }
}

function textAt(source: unknown, name: string): string | undefined {
  if (typeof source !== 'object' || source === null) return undefined;
  const value: unknown = Object.getOwnPropertyDescriptor(source, name)?.value;
  return typeof value === 'string' ? value : undefined;
}
