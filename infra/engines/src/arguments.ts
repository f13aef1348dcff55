import { parseArgs } from 'node:util';
import { engineNames, type EngineName } from './engine.js';
import { UserError } from './user-error.js';

export type Command =
  | { readonly name: 'start'; readonly engines: readonly EngineName[]; readonly json: boolean }
  | { readonly name: 'stop' }
  | { readonly name: 'status'; readonly format: 'table' | 'env' | 'json' }
  | { readonly name: 'kill' | 'restart'; readonly engines: readonly EngineName[] }
  | { readonly name: 'nginx' }
  | { readonly name: 'help' };

export const usage = `Usage: npm run engines -- COMMAND

  start [--only NAMES] [--json]   start what is not running; prints the environment lines
  stop                            stop all and remove their data
  status [--env | --json]         what runs; --env: lines for eval "$(npm run -s engines -- status --env)"
  restart NAME...                 stop in good order and start again, on the same data and ports
  kill NAME...                    SIGKILL, as in a crash; restart or start brings it back with its data
  nginx                           prints the path of an nginx that runs here, fetched where this machine has none

Names: ${engineNames.join(', ')} (with --only separated by commas).`;

/** Parses the command line, without node and script. Throws `UserError` on what it doesn't know. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const [name, ...operands] = positionals;
  if (values.help || name === undefined || name === 'help') return { name: 'help' };
  refuseStray(name, values);
  if (name === 'kill' || name === 'restart') {
    if (operands.length === 0) throw new UserError(`${name} what? Names: ${engineNames.join(', ')}.`);
    return { name, engines: operands.map(parseEngineName) };
  }
  if (operands.length > 0) throw new UserError(`${name} takes no ${operands.join(' ')}.\n\n${usage}`);
  switch (name) {
    case 'start':
      return { name, engines: parseOnly(values.only), json: values.json };
    case 'nginx':
    case 'stop':
      return { name };
    case 'status':
      return { name, format: values.env ? 'env' : values.json ? 'json' : 'table' };
    default:
      throw new UserError(`Unknown command: ${name}.\n\n${usage}`);
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        only: { type: 'string' },
        json: { type: 'boolean', default: false },
        env: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function refuseStray(command: string, values: { only?: string | undefined; json: boolean; env: boolean }): void {
  const known: Record<string, readonly string[]> = { start: ['only', 'json'], status: ['env', 'json'] };
  for (const [option, value] of Object.entries(values)) {
    if (option === 'help' || value === false || value === undefined) continue;
    if (!known[command]?.includes(option)) throw new UserError(`${command} has no option --${option}.\n\n${usage}`);
  }
}

function parseOnly(text: string | undefined): readonly EngineName[] {
  if (text === undefined) return engineNames;
  const wanted = new Set(text.split(',').map((name) => parseEngineName(name.trim())));
  return engineNames.filter((name) => wanted.has(name));
}

function parseEngineName(text: string): EngineName {
  const found = engineNames.find((name) => name === text);
  if (!found) throw new UserError(`Unknown engine: ${text || '(nothing)'}. Names: ${engineNames.join(', ')}.`);
  return found;
}
