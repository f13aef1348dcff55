import { fillLeadFolder } from './lead-folder.js';
import { ADMINISTRATOR } from './processes.js';

/** For measurements that stand elsewhere: `node fill-folder.js FOLDER LEADS` makes an installation and says what is in it. */

const [folder, leads] = process.argv.slice(2);
if (folder === undefined || leads === undefined) throw new TypeError('Which folder, and how many leads?');
const filled = await fillLeadFolder(folder, Number(leads));
process.stdout.write(`${JSON.stringify({ ...filled, administrator: ADMINISTRATOR })}\n`);
