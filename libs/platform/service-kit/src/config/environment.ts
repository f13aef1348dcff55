import { isIP } from 'node:net';
import { z } from 'zod';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What the reference in `docs/configuration.md` says of a variable. */
interface Described {
  /** Sentences in Markdown. */
  readonly description: string;
  readonly group: Group;
  /** What stands for the default where that is no plain value. */
  readonly fallback?: string;
  /** May hold a secret, so it may also be given as `…_FILE`, the way of Docker and Kubernetes, and is never shown. */
  readonly secret?: boolean;
}

export const GROUPS = [
  'Process',
  'Data and engines',
  'First start',
  'Mail',
  'Access and limits',
  'External sign-in',
  'Observation',
] as const;
export type Group = (typeof GROUPS)[number];

/** The description of each variable: there is none without. */
export const descriptions = z.registry<Described>();

const port = (name: string, fallback: number) => whole(name, 'a port, 0 to 65535', 65_535, fallback);

function whole(name: string, what: string, most: number, fallback: number) {
  return z
    .string()
    .regex(/^\d{1,10}$/, `${name} must be ${what}`)
    .transform(Number)
    .refine((value) => value <= most, `${name} must be ${what}`)
    .default(fallback);
}

const url = (name: string, ...schemes: string[]) =>
  z
    .string()
    .refine(
      (value) => schemes.some((scheme) => value.startsWith(`${scheme}://`) && value.length > scheme.length + 3),
      `${name} must be a URL that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    )
    .optional();

function isIssuer(value: string): boolean {
  const { protocol, hostname } = URL.parse(value) ?? {};
  return protocol === 'https:' || (protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1'));
}

const PROXIES =
  'TRUSTED_PROXIES must be the number of proxies, or addresses like 10.0.0.1, 10.0.0.0/8, loopback with commas between';

const NAMED_NETWORKS = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** A count of hops, or a list of addresses and networks; null for anything else. */
function trustedProxies(value: string): number | string[] | null {
  if (/^\d{1,2}$/.test(value.trim())) return Number(value);
  const networks = value.split(',').map((part) => part.trim());
  return networks.every((network) => NAMED_NETWORKS.has(network) || isNetwork(network)) ? networks : null;
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

/**
 * Every variable that Leadline reads. Each is registered with its description; `docs/configuration.md` is made from them.
 */
export const Environment = z.object({
  PORT: port('PORT', 3000).register(descriptions, {
    group: 'Process',
    description: 'Port of HTTP. 0 takes any that is free.',
  }),
  HOST: z.string().default('0.0.0.0').register(descriptions, {
    group: 'Process',
    description: 'Address that HTTP listens on. `127.0.0.1` lets this machine in alone.',
  }),
  PUBLIC_URL: url('PUBLIC_URL', 'http', 'https')
    .transform((value) => value?.replace(/\/+$/, ''))
    .register(descriptions, {
      group: 'Process',
      description:
        'Where people reach Leadline, `https://leads.example.com`. With `https`, cookies are sent over TLS alone, and browsers are told to stay with it (HSTS).',
    }),
  LEADLINE_ROLE: z
    .enum(['all', 'api', 'work'], 'LEADLINE_ROLE must be all, api or work')
    .default('all')
    .register(descriptions, {
      group: 'Process',
      description:
        'What a service of its own does: `api` answers HTTP, `work` folds read models, reacts, publishes and consumes, `all` does both. The embedded form always does both.',
    }),
  LEADLINE_DATA: z.string().default('./data').register(descriptions, {
    group: 'Data and engines',
    description: 'Folder of the embedded engines. One process at a time uses it.',
  }),
  EVENT_STORE_URL: url('EVENT_STORE_URL', 'esdb', 'esdb+discover', 'kurrentdb', 'kurrentdb+discover').register(
    descriptions,
    {
      group: 'Data and engines',
      secret: true,
      description:
        'EventStoreDB or KurrentDB, `esdb://user:password@host:2113?tls=true`. This, KAFKA_BROKERS and MONGODB_URL belong together: all three, or none for the embedded engines.',
    },
  ),
  KAFKA_BROKERS: z
    .string()
    .regex(
      /^\s*[^\s,:]+:\d{1,5}(\s*,\s*[^\s,:]+:\d{1,5})*\s*$/,
      'KAFKA_BROKERS must be host:port, or several of them with commas between',
    )
    .transform((brokers) => brokers.split(',').map((broker) => broker.trim()))
    .optional()
    .register(descriptions, {
      group: 'Data and engines',
      secret: true,
      description: 'Apache Kafka, `host:9092`, several with commas between.',
    }),
  MONGODB_URL: url('MONGODB_URL', 'mongodb', 'mongodb+srv').register(descriptions, {
    group: 'Data and engines',
    secret: true,
    description: 'MongoDB, `mongodb://user:password@host:27017`, for read models, checkpoints and files.',
  }),
  LEADLINE_ADMIN_EMAIL: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+$/, 'LEADLINE_ADMIN_EMAIL must be an e-mail address')
    .default('admin@leadline.example')
    .register(descriptions, {
      group: 'First start',
      description: 'Address of the first administrator, made where there is no user yet.',
    }),
  LEADLINE_ADMIN_PASSWORD: z
    .string()
    .min(8, 'LEADLINE_ADMIN_PASSWORD must have at least 8 characters; leave it out and one is generated')
    .max(1_000, 'LEADLINE_ADMIN_PASSWORD must have at most 1000 characters')
    .optional()
    .register(descriptions, {
      group: 'First start',
      secret: true,
      fallback: 'generated, shown once',
      description: 'Password of the first administrator, 8 to 1000 characters. Later it has no effect.',
    }),
  TRUSTED_PROXIES: z
    .string()
    .transform((value, context) => trustedProxies(value) ?? context.addIssue({ code: 'custom', message: PROXIES }))
    .pipe(z.union([z.number(), z.array(z.string())]))
    .optional()
    .register(descriptions, {
      group: 'Access and limits',
      fallback: 'none',
      description:
        'Whose `X-Forwarded-For` is believed: how many proxies stand before Leadline, `1`, or their addresses with commas between, `10.0.0.0/8, loopback` (also `linklocal`, `uniquelocal`). Behind a proxy and without this, all requests seem to come from one address.',
    }),
  RATE_LIMIT_PER_USER: whole(
    'RATE_LIMIT_PER_USER',
    'a number of requests, 0 for no limit',
    1_000_000_000,
    12_000,
  ).register(descriptions, {
    group: 'Access and limits',
    description:
      'Requests a minute of one user or API key, counted over 10 s; more are answered 429. 0: no limit. Each process counts by itself.',
  }),
  RATE_LIMIT_PER_ADDRESS: whole(
    'RATE_LIMIT_PER_ADDRESS',
    'a number of requests, 0 for no limit',
    1_000_000_000,
    1_200,
  ).register(descriptions, {
    group: 'Access and limits',
    description:
      'Requests to the API a minute without a valid token, from one address (of IPv6: from one /64), counted over 10 s. 0: no limit. Each process counts by itself.',
  }),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,500}$/, 'METRICS_TOKEN must be 16 to 500 letters, digits or . _ ~ + / = -')
    .optional()
    .register(descriptions, {
      group: 'Observation',
      secret: true,
      fallback: 'none: open',
      description:
        'What `GET /metrics` asks for as a bearer token. The figures hold no personal data, and the edge in `infra` does not let them out; set it where others reach the port of Leadline.',
    }),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('OTEL_EXPORTER_OTLP_ENDPOINT', 'http', 'https')
    .transform((value) => value?.replace(/\/+$/, ''))
    .register(descriptions, {
      group: 'Observation',
      secret: true,
      fallback: 'none: no traces',
      description:
        "Where traces are sent by OTLP over HTTP, `http://collector:4318`. OpenTelemetry's own `OTEL_EXPORTER_OTLP_HEADERS`, `OTEL_EXPORTER_OTLP_TIMEOUT`, `OTEL_BSP_…` and `OTEL_RESOURCE_ATTRIBUTES` count as well. See [tracing](tracing.md).",
    }),
  OTEL_SERVICE_NAME: z.string().optional().register(descriptions, {
    group: 'Observation',
    fallback: '`leadline`; of a service of its own `leadline-leads` and the like',
    description: 'What the process is called in traces.',
  }),
  OTEL_TRACES_SAMPLER_ARG: z
    .string()
    .regex(/^(0|1|0?\.\d+|1\.0+)$/, 'OTEL_TRACES_SAMPLER_ARG must be a ratio, 0 to 1')
    .transform(Number)
    .default(1)
    .register(descriptions, {
      group: 'Observation',
      description:
        'How much of what begins here is traced, 0 to 1. What comes with a `traceparent` is traced where its caller says so.',
    }),
  LEADLINE_TRACE_FILE: z.string().optional().register(descriptions, {
    group: 'Observation',
    fallback: 'none',
    description:
      'File to which traces are appended, a line of OTLP/JSON per span: for tests, and for a look on one machine.',
  }),
  SMTP_URL: url('SMTP_URL', 'smtp', 'smtps').register(descriptions, {
    group: 'Mail',
    secret: true,
    description:
      'Server for mail that Leadline sends, `smtps://user:password@host`. No part of Leadline sends mail yet.',
  }),
  INTAKE_PORT: port('INTAKE_PORT', 2525).register(descriptions, {
    group: 'Mail',
    description: 'Port on which leads by mail are to arrive (SMTP). No part of Leadline listens on it yet.',
  }),
  OIDC_ISSUER: z
    .string()
    .refine(isIssuer, 'OIDC_ISSUER must be an address that starts with https:// (http:// on this machine only)')
    .optional()
    .register(descriptions, {
      group: 'External sign-in',
      fallback: 'none: by password only',
      description:
        'OpenID Connect provider that people may sign in by as well, as it calls itself in `/.well-known/openid-configuration`. Register `<PUBLIC_URL>/api/identity/oidc/callback` there. People are known by their verified e-mail address, from then on by their account there.',
    }),
  OIDC_CLIENT_ID: z.string().optional().register(descriptions, {
    group: 'External sign-in',
    description: 'What the provider knows Leadline by. Needed with `OIDC_ISSUER`.',
  }),
  OIDC_CLIENT_SECRET: z.string().optional().register(descriptions, {
    group: 'External sign-in',
    secret: true,
    fallback: 'none: a public client',
    description: 'Proves to the provider that it is Leadline (`client_secret_basic`).',
  }),
  OIDC_NAME: z.string().max(100, 'OIDC_NAME must have at most 100 characters').optional().register(descriptions, {
    group: 'External sign-in',
    fallback: 'the host in `OIDC_ISSUER`',
    description: 'What to call the provider on the button.',
  }),
  OIDC_SCOPES: z
    .string()
    .regex(/(^| )openid( |$)/, 'OIDC_SCOPES must have openid in it')
    .default('openid email profile')
    .register(descriptions, { group: 'External sign-in', description: 'What to ask the provider for.' }),
  OIDC_CREATE_USERS: z
    .enum(['agent'], 'OIDC_CREATE_USERS must be agent; leave it out and unknown people are refused')
    .optional()
    .register(descriptions, {
      group: 'External sign-in',
      fallback: 'nobody',
      description:
        '`agent`: whom the provider knows by a verified address, and Leadline does not, becomes a user with that role.',
    }),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`)
    .optional()
    .register(descriptions, {
      group: 'Observation',
      fallback: '`info`; `warn` at a terminal',
      description: `How much is logged: ${LOG_LEVELS.map((level) => `\`${level}\``).join(', ')}. With \`info\`, every request is a line.`,
    }),
});

export type Variable = keyof typeof Environment.shape;

/** These may also be given as `…_FILE`. */
export const SECRETS: readonly string[] = Object.entries(Environment.shape)
  .filter(([, schema]) => descriptions.get(schema)?.secret === true)
  .map(([name]) => name);
