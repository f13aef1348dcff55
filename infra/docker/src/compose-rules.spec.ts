import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readCompose, type ComposeFile } from './compose-file.js';
import { problemsOf, type Surroundings } from './compose-rules.js';
import { parseDockerfile } from './dockerfile.js';
import { repository } from './repository.js';

const stages = parseDockerfile(
  'FROM a AS build\nARG SERVICE=x\nFROM build AS edge\nHEALTHCHECK CMD ["true"]\nFROM a\nHEALTHCHECK CMD ["true"]',
);
const surroundings: Surroundings = {
  stagesOf: (path) => (path === 'Dockerfile' ? stages : null),
  isApp: (name) => name === 'leads',
  settings: new Set(['PORT', 'SMTP_URL']),
};

const problems = (text: string): readonly string[] =>
  problemsOf(readCompose(text, {}).value as ComposeFile, surroundings);

const ours = (more: string): string => `services: { a: { build: { context: ., dockerfile: Dockerfile }, ${more} } }`;
const engine = `image: b:1, healthcheck: { test: x }`;

describe('A compose file', () => {
  it('that is whole has no problems', () => {
    const text = `
services:
  a: { profiles: [x], build: { context: ., dockerfile: Dockerfile, args: { SERVICE: leads } }, environment: { PORT: 1, SMTP_URL_FILE: x }, depends_on: { b: { condition: service_healthy } }, ports: ['1:1'], secrets: [s] }
  b: { profiles: [x, y], ${engine}, volumes: ['v:/v'] }
  c: { profiles: [y], ${engine}, ports: ['1:1'] }
volumes: { v: }
secrets: { s: { file: s } }`;
    expect(problems(text)).toEqual([]);
  });

  it.each([
    [
      'a Dockerfile that is not there',
      'services: { a: { build: { context: ., dockerfile: Nofile } } }',
      'a: there is no Nofile',
    ],
    ['a stage that is not there', ours('x: 1').replace('Dockerfile }', 'Dockerfile, target: t }'), 'has no stage t'],
    [
      'an argument that is not there',
      ours('x: 1').replace('Dockerfile }', 'Dockerfile, args: { X: 1 } }'),
      'has no ARG X',
    ],
    [
      'an app that is not there',
      ours('x: 1').replace('Dockerfile }', 'Dockerfile, args: { SERVICE: y } }'),
      'no apps/y',
    ],
    [
      'an image without a health check',
      ours('x: 1').replace('Dockerfile }', 'Dockerfile, target: build }'),
      'no HEALTHCHECK',
    ],
    ['an image of no version', 'services: { a: { image: b, healthcheck: {} } }', 'not pinned'],
    ['an engine that nobody watches', 'services: { a: { image: b:1 } }', 'nobody asks for its health'],
    ['a setting that nobody reads', ours('environment: { PROT: 1 }'), 'Leadline knows no PROT'],
    ['a volume that is not declared', `services: { a: { ${engine}, volumes: ['v:/v'] } }`, 'no volume v'],
    ['a secret that is not declared', ours('secrets: [s]'), 'no secret s'],
    ['a network that is not declared', ours('networks: [n]'), 'no network n'],
    ['a dependency that is not there', ours('depends_on: { b: { condition: service_started } }'), 'depends on b'],
    ['a volume that nobody uses', `services: { a: { ${engine} } }\nvolumes: { v: }`, 'nobody uses the volume v'],
    [
      'a secret that nobody uses',
      `services: { a: { ${engine} } }\nsecrets: { s: { file: s } }`,
      'nobody uses the secret s',
    ],
    [
      'a dependency that a profile leaves out',
      `services: { a: { profiles: [x], ${engine}, depends_on: { b: { condition: service_healthy } } }, b: { profiles: [y], ${engine} } }`,
      'not in the profile x',
    ],
    [
      'a port given away twice',
      `services: { a: { profiles: [x], ${engine}, ports: ['1:2'] }, b: { profiles: [x], ${engine}, ports: ['127.0.0.1:1:3'] } }`,
      'the port 1 ',
    ],
  ])('is refused with %s', (_what, text, problem) => {
    expect(problems(text).join('\n')).toContain(problem);
  });

  it('of ours gives every process the engines, one role and a watched start', () => {
    const text = readFileSync(join(repository, 'docker-compose.yml'), 'utf8');
    const { services } = readCompose(text, {}).value as ComposeFile;
    const processes = Object.entries(services).filter(([, { build }]) => build?.args?.['SERVICE'] !== undefined);
    expect(processes).toHaveLength(11);
    for (const [name, { environment, depends_on: needs, build }] of processes) {
      const role = name === 'leadline' ? 'all' : name.endsWith('-work') ? 'work' : 'api';
      expect([name, environment?.['LEADLINE_ROLE']]).toEqual([name, role]);
      expect(name.startsWith(build?.args?.['SERVICE'] ?? '?')).toBe(true);
      for (const engine of ['event-store', 'kafka', 'mongodb']) {
        expect(needs?.[engine]).toEqual({ condition: 'service_healthy' });
      }
    }
  });
});
