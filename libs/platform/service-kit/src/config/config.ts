import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { Environment, SECRETS, type LOG_LEVELS } from './environment.js';

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
  /** How many proxies stand before it, or their addresses and networks; none: nobody's word about others is taken. */
  readonly trustedProxies?: number | readonly string[];
  /** Requests a minute; 0: any number. */
  readonly rateLimits: { readonly perUser: number; readonly perAddress: number };
  /** What `/metrics` asks for; open without. */
  readonly metricsToken?: string;
  readonly oidc?: OpenIdProvider;
  readonly logLevel: LogLevel;
  /** Absent: nothing is traced. */
  readonly tracing?: TracingConfig;
}

/** Where spans go: at least one of endpoint and file is there. */
export interface TracingConfig {
  /** OTLP over HTTP, without a slash at its end. */
  readonly endpoint?: string;
  readonly file?: string;
  readonly serviceName?: string;
  /** 0 to 1: how much of what begins here is recorded. */
  readonly ratio: number;
}

/** An external OpenID Connect provider to sign in by. */
export interface OpenIdProvider {
  readonly issuer: string;
  readonly clientId: string;
  /** Left out: a public client, which PKCE alone protects. */
  readonly clientSecret?: string;
  /** What people call it. */
  readonly name: string;
  /** With spaces between. */
  readonly scopes: string;
  /** The role of somebody whom the provider knows and Leadline does not; left out: they are refused. */
  readonly createUsers?: 'agent';
}

export type LogLevel = (typeof LOG_LEVELS)[number];

/** The environment does not make a configuration. The message names each variable, and how to mend it; no values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not valid:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

const ENGINE_VARIABLES = ['EVENT_STORE_URL', 'KAFKA_BROKERS', 'MONGODB_URL'] as const;

/**
 * Reads the configuration out of the environment. An empty variable counts as not set. Without LOG_LEVEL, a person at a
 * terminal sees what is wrong, and a collector of logs sees every request.
 * @throws ConfigError that lists everything that is wrong at once
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>, isTerminal = false): Config {
  const { values, problems } = withFiles(env);
  const parsed = Environment.safeParse(values);
  problems.push(...(parsed.error?.issues ?? []).map((issue) => issue.message));
  problems.push(...partialSet(values), ...partialProvider(values));
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
    ...(set.TRUSTED_PROXIES !== undefined && { trustedProxies: set.TRUSTED_PROXIES }),
    rateLimits: { perUser: set.RATE_LIMIT_PER_USER, perAddress: set.RATE_LIMIT_PER_ADDRESS },
    ...(set.METRICS_TOKEN !== undefined && { metricsToken: set.METRICS_TOKEN }),
    ...providerOf(set),
    logLevel: set.LOG_LEVEL ?? (isTerminal ? 'warn' : 'info'),
    ...tracingOf(set),
  };
}

function enginesOf(set: z.output<typeof Environment>): Config['engines'] {
  const { EVENT_STORE_URL: eventStoreUrl, KAFKA_BROKERS: kafkaBrokers, MONGODB_URL: mongodbUrl } = set;
  if (eventStoreUrl === undefined || kafkaBrokers === undefined || mongodbUrl === undefined) {
    return { kind: 'embedded', folder: resolve(set.LEADLINE_DATA) };
  }
  return { kind: 'distributed', eventStoreUrl, kafkaBrokers, mongodbUrl };
}

function providerOf(set: z.output<typeof Environment>): Pick<Config, 'oidc'> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = set;
  if (issuer === undefined || clientId === undefined) return {};
  return {
    oidc: {
      issuer,
      clientId,
      name: set.OIDC_NAME ?? new URL(issuer).host,
      scopes: set.OIDC_SCOPES,
      ...(set.OIDC_CLIENT_SECRET !== undefined && { clientSecret: set.OIDC_CLIENT_SECRET }),
      ...(set.OIDC_CREATE_USERS !== undefined && { createUsers: set.OIDC_CREATE_USERS }),
    },
  };
}

/** What is set for a provider must not be lost in silence because the rest is missing. */
function partialProvider(values: Readonly<Record<string, string>>): string[] {
  if (values['OIDC_ISSUER'] !== undefined && values['OIDC_CLIENT_ID'] !== undefined) return [];
  const given = Object.keys(values).filter((name) => name.startsWith('OIDC_'));
  if (given.length === 0) return [];
  return [`${given.join(' and ')} set without both OIDC_ISSUER and OIDC_CLIENT_ID: set these two, or none of them`];
}

function tracingOf(set: z.output<typeof Environment>): Pick<Config, 'tracing'> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, LEADLINE_TRACE_FILE: file, OTEL_SERVICE_NAME: serviceName } = set;
  if (endpoint === undefined && file === undefined) return {};
  return {
    tracing: {
      ratio: set.OTEL_TRACES_SAMPLER_ARG,
      ...(endpoint !== undefined && { endpoint }),
      ...(file !== undefined && { file: resolve(file) }),
      ...(serviceName !== undefined && { serviceName }),
    },
  };
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
