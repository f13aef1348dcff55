/**
 * Proves that the boundary rules bite: each fixture is code that must not pass lint where it is put, and the rule that
 * must say so. A fixture that passes fails the build, and so does one that is refused for another reason only.
 */
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const BOUNDARY = '@nx/enforce-module-boundaries';
const IMPORTS = 'no-restricted-imports';
const fixtures = [
  ['libs/leads/domain/src/fixture.ts', `export const now = () => globalThis.Date.now();`, 'no-restricted-globals'],
  ['libs/leads/domain/src/fixture.ts', `export const now = () => Date();`, 'no-restricted-syntax'],
  ['libs/leads/domain/src/fixture.ts', `const D = Date; export const now = () => D.now();`, 'no-restricted-syntax'],
  ['libs/leads/domain/src/fixture.ts', `export const files = import('node:fs');`, 'no-restricted-syntax'],
  [
    'libs/leads/domain/src/fixture.ts',
    `import { newId } from '@leadline/event-sourcing'; export const used = newId();`,
    'no-restricted-syntax',
  ],
  ['libs/leads/domain/src/fixture.ts', `import { Module } from '@nestjs/common'; export const used = Module;`, IMPORTS],
  [
    'libs/leads/domain/src/fixture.ts',
    `import { readFileSync } from 'node:fs'; export const used = readFileSync;`,
    IMPORTS,
  ],
  [
    'libs/leads/domain/src/fixture.ts',
    `import { MAX_APPEND_BYTES } from '@leadline/engines/event-store'; export const used = MAX_APPEND_BYTES;`,
    BOUNDARY,
  ],
  ['libs/leads/domain/src/fixture.ts', `export const now = () => Date.now();`, 'no-restricted-properties'],
  ['libs/leads/domain/src/fixture.ts', `export const now = () => new Date();`, 'no-restricted-syntax'],
  ['libs/leads/domain/src/fixture.ts', `export const dice = () => Math.random();`, 'no-restricted-properties'],
  ['libs/leads/domain/src/fixture.ts', `export const home = () => process.env;`, 'no-restricted-globals'],
  [
    'libs/leads/domain/src/fixture.ts',
    `import * as identity from '@leadline/identity-domain'; export const used = identity;`,
    BOUNDARY,
  ],
  [
    'libs/leads/contracts/src/fixture.ts',
    `import * as domain from '@leadline/leads-domain'; export const used = domain;`,
    BOUNDARY,
  ],
  [
    'libs/leads/service/src/fixture.ts',
    `import * as identity from '@leadline/identity-service'; export const used = identity;`,
    BOUNDARY,
  ],
  [
    'libs/leads/service/src/fixture.ts',
    `import * as identity from '@leadline/identity-domain'; export const used = identity;`,
    BOUNDARY,
  ],
  [
    'libs/leads/service/src/fixture.ts',
    `import { AggregateRoot } from '@nestjs/cqrs'; export const used = AggregateRoot;`,
    IMPORTS,
  ],
  [
    'libs/leads/service/src/fixture.ts',
    `import { EventBus } from '@nestjs/cqrs'; export const used = EventBus;`,
    IMPORTS,
  ],
  [
    'libs/platform/event-sourcing/src/fixture.ts',
    `import * as engines from '@leadline/engines'; export const used = engines;`,
    BOUNDARY,
  ],
  [
    'libs/platform/engines/src/fixture.ts',
    `import * as kit from '@leadline/service-kit'; export const used = kit;`,
    BOUNDARY,
  ],
  [
    'libs/platform/service-kit/src/fixture.ts',
    `import * as leads from '@leadline/leads-service'; export const used = leads;`,
    BOUNDARY,
  ],
  [
    'apps/leadline/src/fixture.ts',
    `import * as domain from '@leadline/leads-domain'; export const used = domain;`,
    BOUNDARY,
  ],
];

const eslint = new ESLint({
  overrideConfig: [
    {
      files: ['**/*.ts'],
      ...tseslint.configs.disableTypeChecked,
      languageOptions: { parserOptions: { project: null } },
    },
  ],
});
const failures = [];
for (const [filePath, code, rule] of fixtures) {
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  const rules = result.messages.map(({ ruleId }) => ruleId);
  if (!rules.includes(rule))
    failures.push(`${filePath}: ${code}\n  expected ${rule}, got ${rules.join(', ') || 'nothing'}`);
}
console.log(
  failures.length ? failures.join('\n') : `boundaries: ${fixtures.length} forbidden imports and calls, all refused`,
);
process.exitCode = failures.length ? 1 : 0;
