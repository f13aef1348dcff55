import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { machine } from './measure.js';
import { parseOptions } from './options.js';
import { table, type Row } from './report.js';
import { commands } from './sections/commands.js';
import { growth } from './sections/growth.js';
import { http } from './sections/http.js';

const SECTIONS: Readonly<Record<string, (options: { readonly quick: boolean }) => Promise<Row[]>>> = {
  commands,
  growth,
  http,
};

const options = parseOptions(process.argv.slice(2), Object.keys(SECTIONS));
const rows: Row[] = [];
for (const [name, section] of Object.entries(SECTIONS)) {
  if (options.only.length > 0 && !options.only.includes(name)) continue;
  process.stderr.write(`${name} …\n`);
  rows.push(...(await section(options)));
}
const report = `${machine()}${options.quick ? ', quick' : ''}\n\n${table(rows)}\n`;
process.stdout.write(`\n${report}`);
if (options.write) await writeFile(join(import.meta.dirname, '..', 'results.md'), `# Measured\n\n${report}`);
