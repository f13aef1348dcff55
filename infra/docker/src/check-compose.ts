import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { readCompose, type ComposeFile } from './compose-file.js';
import { problemsOf } from './compose-rules.js';
import { parseDockerfile, type Stage } from './dockerfile.js';
import { edgeProblems } from './edge-config.js';
import { repository } from './repository.js';

/** `npm run check:compose`: what can be said of docker-compose.yml where no Docker engine is. */
const read = (path: string): string => readFileSync(join(repository, path), 'utf8');

/** The specification's own schema, as dclint ships it. */
const SCHEMA = 'node_modules/dclint/schemas/compose.schema.json';

/** With nothing set, and with everything set. */
const SET = {
  LEADLINE_ADMIN_EMAIL: 'boss@example.com',
  LEADLINE_ADMIN_PASSWORD_FILE: './admin-password',
  LEADLINE_REPLICAS: '2',
  OIDC_CLIENT_SECRET_FILE: './secret',
  OIDC_ISSUER: 'https://login.example.com',
  PORT: '8080',
  PUBLIC_URL: 'https://leads.example.com',
};

const settings = new Set([...read('docs/configuration.md').matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name = '']) => name));
const isWhole = schemaCheck();

function check(env: Readonly<Record<string, string>>): readonly string[] {
  const { value, names } = readCompose(read('docker-compose.yml'), env);
  const schemaProblems = isWhole(value);
  if (schemaProblems.length > 0) return schemaProblems;
  const file = value as ComposeFile; // the schema says so
  const stage = stagesOf('infra/docker/Dockerfile')?.find(({ name }) => name === 'edge');
  return [
    ...problemsOf(file, {
      stagesOf,
      isApp: (name) => existsSync(join(repository, 'apps', name, 'src/main.ts')),
      settings,
    }),
    ...(stage ? edgeProblems(stage, file) : ['infra/docker/Dockerfile has no stage edge']),
    ...[...names].filter((name) => !isKnown(name)).map((name) => `docs/configuration.md does not know ${name}`),
  ];
}

/** LEADLINE_REPLICAS is compose's alone. */
function isKnown(name: string): boolean {
  return settings.has(name) || settings.has(name.replace(/_FILE$/, '')) || name === 'LEADLINE_REPLICAS';
}

function stagesOf(path: string): readonly Stage[] | null {
  return existsSync(join(repository, path)) ? parseDockerfile(read(path)) : null;
}

function schemaCheck(): (value: unknown) => readonly string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addFormat('duration', /^(\d+(\.\d+)?(us|ms|s|m|h))+$/);
  for (const format of ['expose', 'ports', 'subnet_ip_address', 'uri']) ajv.addFormat(format, true);
  const schema: unknown = JSON.parse(read(SCHEMA));
  if (typeof schema !== 'object' || schema === null) throw new TypeError(`${SCHEMA} is no schema`);
  const { $schema: _dialect, ...rules } = { $schema: '', ...schema };
  const validate = ajv.compile(rules);
  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const problems = [...new Set([...check({}), ...check(SET)])];
process.stdout.write(
  problems.length > 0 ? `${problems.join('\n')}\n` : 'check:compose: docker-compose.yml and the edge are well\n',
);
process.exitCode = problems.length > 0 ? 1 : 0;
