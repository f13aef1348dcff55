import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const restrictedGlobals = [
  'globalThis',
  'AbortSignal',
  'process',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'crypto',
  'fetch',
  'performance',
  'Buffer',
];

/** Who may import whom: docs/adr/0006-boundaries.md. Proven by infra/qa/boundaries.mjs, whose fixtures must fail. */
const depConstraints = [
  { sourceTag: 'type:event-sourcing', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:engines', onlyDependOnLibsWithTags: ['type:event-sourcing'] },
  { sourceTag: 'type:subscriptions', onlyDependOnLibsWithTags: ['type:event-sourcing', 'type:engines'] },
  {
    sourceTag: 'type:service-kit',
    onlyDependOnLibsWithTags: ['type:event-sourcing', 'type:engines', 'type:subscriptions'],
  },
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:event-sourcing'] },
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:service', onlyDependOnLibsWithTags: ['type:domain', 'type:contracts', 'scope:platform'] },
  { sourceTag: 'scope:leads', onlyDependOnLibsWithTags: ['scope:leads', 'scope:platform', 'type:contracts'] },
  { sourceTag: 'scope:identity', onlyDependOnLibsWithTags: ['scope:identity', 'scope:platform', 'type:contracts'] },
  ...['contacts', 'sales-documents', 'notifications'].map((name) => ({
    sourceTag: `scope:${name}`,
    onlyDependOnLibsWithTags: [`scope:${name}`, 'scope:platform', 'type:contracts'],
  })),
  { sourceTag: 'scope:platform', onlyDependOnLibsWithTags: ['scope:platform'] },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:service', 'type:contracts', 'scope:platform'] },
  {
    sourceTag: 'type:generator',
    onlyDependOnLibsWithTags: ['type:service', 'type:domain', 'type:contracts', 'scope:platform'],
  },
  {
    sourceTag: 'type:bench',
    onlyDependOnLibsWithTags: ['type:app', 'type:service', 'type:domain', 'type:contracts', 'scope:platform'],
  },
  { sourceTag: 'type:console', onlyDependOnLibsWithTags: ['type:contracts'] },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:contracts', 'scope:platform'] },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['type:event-sourcing', 'type:engines', 'type:tool'] },
];

/** `@nestjs/cqrs` gives us buses and handlers. What else it has is not durable: docs/adr/0001-pure-deciders.md. */
const forbiddenCqrs = ['AggregateRoot', 'EventBus', 'EventPublisher', 'EventsHandler', 'Saga', 'IEventHandler'];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      'data/**',
      'data-demo/**',
      '.nx/**',
      'coverage/**',
      'infra/qa/fixtures/**',
      'apps/console/src/api/schema/**',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { project: ['./tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints, enforceBuildableLibDependency: false }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      // Stored data may hold more than its type says, and a flag may change while one waits.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/dot-notation': 'off',
      'no-restricted-imports': ['error', { paths: [{ name: '@nestjs/cqrs', importNames: forbiddenCqrs }] }],
    },
  },
  {
    // Decorated signatures decide at run time what Nest injects, so imports there are values.
    files: ['libs/*/service/src/**/*.ts', 'libs/platform/service-kit/src/**/*.ts', 'apps/*/src/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['apps/console/src/**/*.ts', 'apps/console/src/**/*.tsx'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    languageOptions: { parserOptions: { project: ['./apps/console/tsconfig.json'] } },
    rules: {
      // No decorators here, so a type is imported as one.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      // React does not wait for an event handler; what it starts shows its own failure.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['libs/*/domain/src/**/*.ts', 'libs/*/contracts/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\.|zod$|@leadline/event-sourcing$)',
              message: 'Domain code is pure: @leadline/event-sourcing and zod only.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', ...restrictedGlobals],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in with the command.' },
        { object: 'Math', property: 'random', message: 'Randomness comes in with the command.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time comes in with the command.',
        },
        { selector: "CallExpression[callee.name='Date']", message: 'Time comes in with the command.' },
        { selector: "VariableDeclarator[init.name='Date']", message: 'Time comes in with the command.' },
        { selector: 'ImportExpression', message: 'What a domain needs it imports in the open.' },
        {
          selector: "ImportDeclaration[source.value='@leadline/event-sourcing'] ImportSpecifier[imported.name='newId']",
          message: 'Ids come in with the command, or follow from it: derivedId.',
        },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/contract.ts', '**/testing/**/*.ts', '**/testing.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
    },
  },
);
