import { Command } from 'commander';
import { importLeads, type ImportOptions } from './import-leads.js';
import { openLeadline } from './open-leadline.js';
import { CliError, type LeadlineApi } from './leadline-api.js';
import { rebuild, verify } from './read-models.js';
import { replay } from './replay.js';
import { resetAheadOfLog } from './reset-checkpoints.js';

/** Sentences are enough for these; anything else is a fault of ours and shows its stack. */
const EXPECTED = new Set(['CliError', 'ConfigError', 'EngineUnavailableError', 'EventStoreFileError']);

const program = new Command('leadline')
  .description(
    'Works on the data folder (LEADLINE_DATA) or the engines of the environment; with --url on a Leadline that runs.',
  )
  .option('--url <url>', 'a running Leadline; sign-in by LEADLINE_TOKEN, or LEADLINE_EMAIL and LEADLINE_PASSWORD');

program
  .command('import')
  .argument('<file>', 'CSV, UTF-8 or Windows-1252; comma, semicolon or tab')
  .description('import leads; lines that cannot be read are printed with their reasons')
  .option('--dry-run', 'tell what would happen, create nothing')
  .option('--mapping <mapping>', 'which column means which field: "Column:field,…"')
  .option('--duplicates <what>', 'what to do with likely duplicates: create or skip')
  .option('--again', 'import a file once more that was imported before')
  .action((file: string, options: ImportOptions) => within((api) => importLeads(api, file, options)));

program
  .command('replay')
  .argument('<kind>', 'lead')
  .argument('<id>')
  .option('--json', 'one JSON document per step: event, state, changes')
  .description('tell the life of an element, event by event')
  .action((kind: string, id: string, options: { json?: boolean }) => within((api) => replay(api, kind, id, options)));

program
  .command('rebuild')
  .argument('[name]', 'a read model; left out: all')
  .description('fold read models anew, beside the live ones')
  .action((name?: string) => within((api) => rebuild(api, name)));

program
  .command('verify')
  .argument('[name]', 'a read model; left out: all')
  .description('compare read models with a fresh fold')
  .action((name?: string) => within((api) => verify(api, name)));

program
  .command('reset-checkpoints')
  .description('let go on what is refused since older events were restored; embedded, with Leadline stopped')
  .action(() => {
    if (program.opts<{ url?: string }>().url === undefined) return resetAheadOfLog();
    throw new CliError('reset-checkpoints works on the data folder or the engines themselves, without --url.');
  });

async function within(work: (api: LeadlineApi) => Promise<void>): Promise<void> {
  const api = await openLeadline(program.opts<{ url?: string }>());
  try {
    await work(api);
  } finally {
    await api.close();
  }
}

try {
  await program.parseAsync();
} catch (error) {
  const isExpected = error instanceof Error && EXPECTED.has(error.name);
  process.stderr.write(`${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}
