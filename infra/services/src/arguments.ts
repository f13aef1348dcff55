import { parseArgs } from 'node:util';
import { isServiceName, serviceNames, type ServiceName } from './services.js';
import { UserError } from './user-error.js';

export interface Options {
  /** Of each role of each service. */
  readonly replicas: number;
  readonly services: readonly ServiceName[];
  /** Where to keep the processes' ids, by name, as JSON. */
  readonly pidsFile: string | undefined;
  /** Whether a process that dies is started again. */
  readonly restart: boolean;
}

const MOST_REPLICAS = 9;

export const usage = `Usage: npm run start:services -- [OPTIONS]

  --replicas N       processes per role of each service; 2
  --services NAMES   only these, separated by commas: ${serviceNames.join(', ')}
  --no-restart       a process that dies stays dead; for tests
  --pids FILE        keeps the processes' ids there, as JSON by name; for tests

PORT (3000) and HOST are the edge's, the processes take the ports after it. The engines are those of EVENT_STORE_URL,
KAFKA_BROKERS and MONGODB_URL, else those of \`npm run engines\`, started where they do not run.`;

/** Parses the command line, without node and script; null where help is asked for. @throws UserError */
export function parseOptions(args: readonly string[]): Options | null {
  const values = parse(args);
  if (values.help) return null;
  return {
    replicas: parseReplicas(values.replicas),
    services: parseServices(values.services),
    pidsFile: values.pids,
    restart: !values['no-restart'],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        replicas: { type: 'string', default: '2' },
        services: { type: 'string' },
        pids: { type: 'string' },
        'no-restart': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function parseReplicas(text: string): number {
  const replicas = Number(text);
  if (!/^\d$/.test(text) || replicas < 1)
    throw new UserError(`--replicas ${text}: give a number from 1 to ${MOST_REPLICAS}.`);
  return replicas;
}

function parseServices(text: string | undefined): readonly ServiceName[] {
  if (text === undefined) return serviceNames;
  const wanted = text.split(',').map((name) => name.trim());
  const strange = wanted.filter((name) => !isServiceName(name));
  if (strange.length > 0)
    throw new UserError(`No such service: ${strange.join(', ')}. There are ${serviceNames.join(', ')}.`);
  return serviceNames.filter((name) => wanted.includes(name));
}
