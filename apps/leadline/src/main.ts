import { existsSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureFirstAdministrator, identityAccess } from '@leadline/identity-service';
import { firstSignInLines, printToTerminal, runProcess, welcomeLines } from '@leadline/service-kit';
import { refusalOf } from './arguments.js';
import { takeDemo } from './demo.js';
import { services } from './services.js';
import { StartPageModule } from './start-page.http.js';

const consoleFolder = fileURLToPath(new URL('../../console/dist', import.meta.url));

const refusal = isMainThread ? refusalOf(process.argv.slice(2)) : null;
if (refusal) {
  process[refusal.exitCode === 0 ? 'stdout' : 'stderr'].write(`${refusal.text}\n`);
  process.exit(refusal.exitCode);
}

/** `npm start -- --demo`; null without. */
const demo = takeDemo(process.argv, process.env, services);

/** Every service in one process: HTTP on one thread, the work behind it on another. */
await runProcess({
  name: 'leadline',
  entry: import.meta.url,
  services,
  ...(existsSync(join(consoleFolder, 'index.html')) ? { console: consoleFolder } : { modules: [StartPageModule] }),
  access: identityAccess,
  engines: 'any',
  onListening: async ({ engines, config }) => {
    if (demo) return printToTerminal(welcomeLines(config), await demo.build({ engines, config }));
    const { eventStore } = engines;
    const administrator = await ensureFirstAdministrator({ eventStore, admin: config.admin });
    printToTerminal(welcomeLines(config), firstSignInLines(administrator));
  },
});
