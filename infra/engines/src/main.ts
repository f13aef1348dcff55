import { parseCommand, usage, type Command } from './arguments.js';
import { killEngines, restartEngines, startEngines, stopEngines } from './life-cycle.js';
import { withLock } from './lock.js';
import { nginxBinary } from './nginx.js';
import { say } from './progress.js';
import { readSettings, type Settings } from './settings.js';
import { loadState } from './state.js';
import { environmentLines, environmentOf, exportLines, statusOf, statusTable } from './status.js';
import { UserError } from './user-error.js';

/** Runs a command and returns the exit code. Results go to stdout, progress to stderr. */
async function perform(command: Command, settings: Settings): Promise<number> {
  const alone = <T>(work: () => Promise<T>) =>
    withLock(settings.cacheFolder, () => say('Waiting for another run of this command to end …'), work);
  switch (command.name) {
    case 'start': {
      const environment = environmentOf(await alone(() => startEngines(settings, command.engines)));
      print(command.json ? asJson(environment) : environmentLines(environment));
      return 0;
    }
    case 'stop':
      await alone(() => stopEngines(settings));
      return 0;
    case 'kill':
      await alone(() => killEngines(settings, command.engines));
      return 0;
    case 'restart':
      await alone(() => restartEngines(settings, command.engines));
      return 0;
    case 'status':
      return printStatus(command.format, settings);
    case 'nginx':
      print(`${await alone(() => nginxBinary(settings))}\n`);
      return 0;
    case 'help':
      print(`${usage}\n`);
      return 0;
    default:
      return command satisfies never;
  }
}

/** Exit code 1 when nothing was started, or something that was is down. */
function printStatus(format: 'table' | 'env' | 'json', settings: Settings): number {
  const state = loadState(settings.cacheFolder);
  const statuses = statusOf(state);
  switch (format) {
    case 'table':
      print(statusTable(state));
      break;
    case 'env':
      print(exportLines(environmentOf(state)));
      break;
    case 'json':
      print(asJson({ environment: environmentOf(state), engines: statuses, runFolder: state?.runFolder }));
      break;
    default:
      return format satisfies never;
  }
  const started = statuses.filter(({ condition }) => condition !== 'not started');
  return started.length > 0 && started.every(({ condition }) => condition === 'running') ? 0 : 1;
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function print(text: string): void {
  process.stdout.write(text);
}

try {
  if (Number(process.versions.node.split('.')[0]) < 24) {
    throw new UserError('Node 24 is needed. Start it by npm, which has one: npm run engines -- start');
  }
  process.exitCode = await perform(parseCommand(process.argv.slice(2)), readSettings(process.env));
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
