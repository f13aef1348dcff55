/** Runs a command and shows what it printed only where it fails: `node infra/qa/quiet.mjs nx run-many -t build`. */
import { spawnSync } from 'node:child_process';

const [command, ...parameters] = process.argv.slice(2);
const { status, stdout, stderr } = spawnSync(command, parameters, {
  encoding: 'utf8',
  shell: process.platform === 'win32',
  maxBuffer: 64 * 1024 * 1024,
});
if (status !== 0) process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
process.exitCode = status ?? 1;
