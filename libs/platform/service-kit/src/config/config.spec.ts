import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from './config.js';

const DISTRIBUTED = {
  EVENT_STORE_URL: 'esdb://events:2113?tls=false',
  KAFKA_BROKERS: 'one:9092, two:9092',
  MONGODB_URL: 'mongodb://user:word@mongo:27017',
};

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('loadConfig', () => {
  it('runs on the embedded engines where nothing is set', () => {
    expect(loadConfig({})).toMatchObject({
      port: 3000,
      intakePort: 2525,
      role: 'all',
      engines: { kind: 'embedded', folder: join(process.cwd(), 'data') },
      admin: { email: 'admin@leadline.example' },
      logLevel: 'info',
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ PORT: '', EVENT_STORE_URL: '', LOG_LEVEL: '' })).toEqual(loadConfig({}));
  });

  it('runs on the distributed engines where all three are set', () => {
    expect(loadConfig(DISTRIBUTED).engines).toEqual({
      kind: 'distributed',
      eventStoreUrl: 'esdb://events:2113?tls=false',
      kafkaBrokers: ['one:9092', 'two:9092'],
      mongodbUrl: 'mongodb://user:word@mongo:27017',
    });
  });

  it.each([
    [['EVENT_STORE_URL'], ['KAFKA_BROKERS', 'MONGODB_URL']],
    [['EVENT_STORE_URL', 'MONGODB_URL'], ['KAFKA_BROKERS']],
  ] as const)('refuses %s alone and names what is missing', (given, missing) => {
    const problems = problemsOf(Object.fromEntries(given.map((name) => [name, DISTRIBUTED[name]])));
    expect(problems).toHaveLength(1);
    for (const name of [...given, ...missing]) expect(problems[0]).toContain(name);
  });

  it('takes limits up to the highest that it promises', () => {
    expect(loadConfig({ RATE_LIMIT_PER_USER: '1000000000' }).rateLimits.perUser).toBe(1_000_000_000);
    expect(() => loadConfig({ RATE_LIMIT_PER_USER: '1000000001' })).toThrow(/RATE_LIMIT_PER_USER/);
  });

  it.each([
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['INTAKE_PORT', '-1'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLIC_URL', 'leadline.example'],
    ['SMTP_URL', 'http://mail'],
    ['LEADLINE_ADMIN_EMAIL', 'admin'],
    ['LEADLINE_ADMIN_PASSWORD', 'short'],
    ['LEADLINE_ROLE', 'boss'],
    ['OIDC_CLIENT_SECRET', 'alone'],
    ['TRUSTED_PROXIES', 'everybody'],
    ['TRUSTED_PROXIES', '-1'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '10.0.0.1,'],
    ['TRUSTED_PROXIES', '::1/8/8'],
    ['RATE_LIMIT_PER_USER', '-5'],
    ['RATE_LIMIT_PER_ADDRESS', '1.5'],
    ['METRICS_TOKEN', 'short'],
  ])('refuses %s=%s by name', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
  });

  it.each([
    ['1', 1],
    ['loopback, 10.0.0.0/8,fd00::/8', ['loopback', '10.0.0.0/8', 'fd00::/8']],
  ])('takes TRUSTED_PROXIES=%s', (value, trustedProxies) => {
    expect(loadConfig({ TRUSTED_PROXIES: value })).toMatchObject({ trustedProxies });
    expect(loadConfig({})).not.toHaveProperty('trustedProxies');
  });

  it('tells everything that is wrong at once', () => {
    expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'x', KAFKA_BROKERS: 'x' })).toHaveLength(4);
  });

  it('never repeats a secret in its message', () => {
    const secret = 'hunter2';
    expect(problemsOf({ MONGODB_URL: secret, SMTP_URL: secret, LEADLINE_ADMIN_PASSWORD: secret }).join()).not.toContain(
      secret,
    );
  });

  it('traces nothing unless it is told where to', () => {
    expect(loadConfig({ OTEL_SERVICE_NAME: 'ours', OTEL_TRACES_SAMPLER_ARG: '0.1' })).not.toHaveProperty('tracing');
    expect(
      loadConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector:4318/', OTEL_SERVICE_NAME: 'ours' }).tracing,
    ).toEqual({ endpoint: 'https://collector:4318', serviceName: 'ours', ratio: 1 });
    expect(loadConfig({ LEADLINE_TRACE_FILE: 'traces.jsonl', OTEL_TRACES_SAMPLER_ARG: '0.25' }).tracing).toEqual({
      file: join(process.cwd(), 'traces.jsonl'),
      ratio: 0.25,
    });
  });

  it.each(['2', '-0.1', '1.1', 'all', '1e-3'])('refuses %s as a ratio', (ratio) => {
    expect(problemsOf({ OTEL_TRACES_SAMPLER_ARG: ratio })).toEqual([
      expect.stringContaining('OTEL_TRACES_SAMPLER_ARG'),
    ]);
  });

  describe('an external provider', () => {
    const set = { OIDC_ISSUER: 'https://login.example.com/tenant', OIDC_CLIENT_ID: 'leadline' };

    it('takes an issuer and what it knows Leadline by', () => {
      expect(loadConfig(set).oidc).toEqual({
        issuer: set.OIDC_ISSUER,
        clientId: 'leadline',
        name: 'login.example.com',
        scopes: 'openid email profile',
      });
      expect(loadConfig({}).oidc).toBeUndefined();
    });

    it('must be reached over https, but on this machine', () => {
      expect(problemsOf({ ...set, OIDC_ISSUER: 'http://login.example.com' })).toHaveLength(1);
      expect(problemsOf({ ...set, OIDC_ISSUER: 'http://127.0.0.1:4111' })).toHaveLength(0);
    });

    it('asks for openid, and makes agents or nobody', () => {
      expect(problemsOf({ ...set, OIDC_SCOPES: 'email' })).toHaveLength(1);
      expect(problemsOf({ ...set, OIDC_CREATE_USERS: 'administrator' })).toHaveLength(1);
    });
  });

  describe('secrets in files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'leadline-config-'));

    it('are read without the newline at their end', () => {
      const file = join(folder, 'password');
      writeFileSync(file, 'correct horse battery\n');
      expect(loadConfig({ LEADLINE_ADMIN_PASSWORD_FILE: file }).admin.password).toBe('correct horse battery');
    });

    it('are refused when the variable is set as well, when they are empty, and when they are not there', () => {
      const empty = join(folder, 'empty');
      writeFileSync(empty, '\n');
      expect(problemsOf({ SMTP_URL: 'smtp://mail', SMTP_URL_FILE: empty })).toHaveLength(1);
      expect(problemsOf({ LEADLINE_ADMIN_PASSWORD_FILE: empty })[0]).toContain('LEADLINE_ADMIN_PASSWORD_FILE');
      expect(problemsOf({ SMTP_URL_FILE: join(folder, 'none') })).toHaveLength(1);
    });
  });
});
