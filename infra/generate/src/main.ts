import { resolve } from 'node:path';
import { generated } from './generated.js';
import { compare, write } from './files.js';

const root = resolve(import.meta.dirname, '../../..');
const isCheck = process.argv.includes('--check');

const artifacts = await generated(root);
if (isCheck) {
  const differences = await compare(root, artifacts);
  if (differences.length > 0) {
    process.stderr.write(
      `Generated files are not what the code says:\n${differences.map((line) => `  ${line}`).join('\n')}\n` +
        'Run `npm run generate` and commit what it writes.\n',
    );
    process.exitCode = 1;
  } else process.stdout.write(`generate: ${artifacts.length} files are as the code says\n`);
} else {
  const changed = await write(root, artifacts);
  process.stdout.write(
    changed.length > 0
      ? `${changed.map((line) => `  ${line}`).join('\n')}\ngenerate: ${changed.length} of ${artifacts.length} files written\n`
      : `generate: ${artifacts.length} files, none has changed\n`,
  );
}
