import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

export interface EmbeddedEngines {
  readonly kind: 'embedded';
  /** Absolute path. */
  readonly folder: string;
}

export interface DistributedEngines {
  readonly kind: 'distributed';
  readonly eventStoreUrl: string;
  /** host:port */
  readonly kafkaBrokers: readonly string[];
  readonly mongodbUrl: string;
}

/** How a process runs. Plain data, so that it can be handed to a worker thread. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly role: 'all' | 'api' | 'work';
  readonly engines: EmbeddedEngines | DistributedEngines;
  readonly admin: { readonly email: string; readonly password?: string };
  readonly smtpUrl?: string;
  readonly intakePort: number;
  /** Without a slash at its end. */
  readonly publicUrl?: string;
  readonly logLevel: LogLevel;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The environment does not make a configuration. The message names each variable, and how to mend it; no values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not valid:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** May hold a secret, so they may also be given as `…_FILE`, the way of Docker and Kubernetes. */
const SECRETS = ['LEADLINE_ADMIN_PASSWORD', 'EVENT_STORE_URL', 'KAFKA_BROKERS', 'MONGODB_URL', 'SMTP_URL'] as const;

const ENGINE_VARIABLES = ['EVENT_STORE_URL', 'KAFKA_BROKERS', 'MONGODB_URL'] as const;

const port = (name: string, fallback: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, `${name} must be a port, 0 to 65535`)
    .transform(Number)
    .refine((value) => value <= 65_535, `${name} must be a port, 0 to 65535`)
    .default(fallback);

const url = (name: string, ...schemes: string[]) =>
  z
    .string()
    .refine(
      (value) => schemes.some((scheme) => value.startsWith(`${scheme}://`) && value.length > scheme.length + 3),
      `${name} must be a URL that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    )
    .optional();

const Environment = z.object({
  HOST: z.string().default('0.0.0.0'),
  PORT: port('PORT', 3000),
  LEADLINE_ROLE: z.enum(['all', 'api', 'work'], 'LEADLINE_ROLE must be all, api or work').default('all'),
  LEADLINE_DATA: z.string().default('./data'),
  LEADLINE_ADMIN_EMAIL: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+$/, 'LEADLINE_ADMIN_EMAIL must be an e-mail address')
    .default('admin@leadline.example'),
  LEADLINE_ADMIN_PASSWORD: z
    .string()
    .min(8, 'LEADLINE_ADMIN_PASSWORD must have at least 8 characters; leave it out and one is generated')
    .max(1_000, 'LEADLINE_ADMIN_PASSWORD must have at most 1000 characters')
    .optional(),
  EVENT_STORE_URL: url('EVENT_STORE_URL', 'esdb', 'esdb+discover', 'kurrentdb', 'kurrentdb+discover'),
  KAFKA_BROKERS: z
    .string()
    .regex(
      /^\s*[^\s,:]+:\d{1,5}(\s*,\s*[^\s,:]+:\d{1,5})*\s*$/,
      'KAFKA_BROKERS must be host:port, or several of them with commas between',
    )
    .transform((brokers) => brokers.split(',').map((broker) => broker.trim()))
    .optional(),
  MONGODB_URL: url('MONGODB_URL', 'mongodb', 'mongodb+srv'),
  SMTP_URL: url('SMTP_URL', 'smtp', 'smtps'),
  INTAKE_PORT: port('INTAKE_PORT', 2525),
  PUBLIC_URL: url('PUBLIC_URL', 'http', 'https').transform((value) => value?.replace(/\/+$/, '')),
  LOG_LEVEL: z.enum(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`).optional(),
});

/**
 * Reads the configuration out of the environment. An empty variable counts as not set. Without LOG_LEVEL, a person at a
 * terminal sees what is wrong, and a collector of logs sees every request.
 * @throws ConfigError that lists everything that is wrong at once
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>, isTerminal = false): Config {
  const { values, problems } = withFiles(env);
  const parsed = Environment.safeParse(values);
  problems.push(...(parsed.error?.issues ?? []).map((issue) => issue.message));
  problems.push(...partialSet(values));
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const set = parsed.data;
  return {
    host: set.HOST,
    port: set.PORT,
    role: set.LEADLINE_ROLE,
    engines: enginesOf(set),
    admin: {
      email: set.LEADLINE_ADMIN_EMAIL,
      ...(set.LEADLINE_ADMIN_PASSWORD !== undefined && { password: set.LEADLINE_ADMIN_PASSWORD }),
    },
    ...(set.SMTP_URL !== undefined && { smtpUrl: set.SMTP_URL }),
    intakePort: set.INTAKE_PORT,
    ...(set.PUBLIC_URL !== undefined && { publicUrl: set.PUBLIC_URL }),
    logLevel: set.LOG_LEVEL ?? (isTerminal ? 'warn' : 'info'),
  };
}

function enginesOf(set: z.output<typeof Environment>): Config['engines'] {
  const { EVENT_STORE_URL: eventStoreUrl, KAFKA_BROKERS: kafkaBrokers, MONGODB_URL: mongodbUrl } = set;
  if (eventStoreUrl === undefined || kafkaBrokers === undefined || mongodbUrl === undefined) {
    return { kind: 'embedded', folder: resolve(set.LEADLINE_DATA) };
  }
  return { kind: 'distributed', eventStoreUrl, kafkaBrokers, mongodbUrl };
}

/** Half a set of engines would keep half of the data elsewhere, so it is all three or none. */
function partialSet(values: Readonly<Record<string, string>>): string[] {
  const given = ENGINE_VARIABLES.filter((name) => values[name] !== undefined);
  const missing = ENGINE_VARIABLES.filter((name) => values[name] === undefined);
  if (given.length === 0 || missing.length === 0) return [];
  return [
    `${given.join(' and ')} ${given.length === 1 ? 'is' : 'are'} set, but ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not. ` +
      'Set all three for EventStoreDB, Kafka and MongoDB, or none of them for the engines within Leadline.',
  ];
}

function withFiles(env: Readonly<Record<string, string | undefined>>): {
  values: Record<string, string>;
  problems: string[];
} {
  const problems: string[] = [];
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (value !== undefined && value !== '') values[name] = value;
  for (const name of SECRETS) {
    const file = values[`${name}_FILE`];
    if (file === undefined) continue;
    if (values[name] !== undefined) {
      problems.push(`${name} and ${name}_FILE are both set: keep one`);
      continue;
    }
    try {
      values[name] = readFileSync(file, 'utf8').trim();
    } catch {
      problems.push(`${name}_FILE names a file that cannot be read: check the path and its permissions`);
    }
    if (values[name] === '') problems.push(`${name}_FILE names an empty file`);
  }
  return { values, problems };
}
