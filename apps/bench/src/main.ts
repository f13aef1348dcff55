import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.js';
import { fillLeadFolder, type LeadFolder } from './lead-folder.js';
import { machine } from './measure.js';
import { parseOptions } from './options.js';
import { table, type Row } from './report.js';
import { commands } from './sections/commands.js';
import { growth } from './sections/growth.js';
import { http } from './sections/http.js';
import { lists } from './sections/lists.js';
import { reading } from './sections/reading.js';
import { start } from './sections/start.js';
import { withFolder } from './temporary-folder.js';

const SECTIONS: Readonly<Record<string, (bench: Bench) => Promise<Row[]>>> = {
  commands,
  growth,
  reading,
  http,
  lists,
  start,
};

const LEADS = 100_000;
const LEADS_IF_QUICK = 20_000;

const { quick, only, write } = parseOptions(process.argv.slice(2), Object.keys(SECTIONS));
const rows = await withFolder(async (folder) => {
  let filled: Promise<LeadFolder> | undefined;
  const leadFolder = (): Promise<LeadFolder> => (filled ??= fillLeadFolder(folder, quick ? LEADS_IF_QUICK : LEADS));
  const found: Row[] = [];
  for (const [name, section] of Object.entries(SECTIONS)) {
    if (only.length > 0 && !only.includes(name)) continue;
    process.stderr.write(`${name} … `);
    const begun = performance.now();
    found.push(...(await section({ quick, leadFolder })));
    process.stderr.write(`${((performance.now() - begun) / 1_000).toFixed(0)} s\n`);
  }
  return found;
});
const report = `${machine()}${quick ? ', quick: less data, fewer rounds' : ''}\n\n${table(rows)}\n`;
process.stdout.write(`\n${report}`);
if (write) await writeFile(join(import.meta.dirname, '..', 'results.md'), `# Measured\n\n${report}`);
