import { ensureFirstAdministrator, identityAccess, identityService } from '@leadline/identity-service';
import { firstSignInLines, printToTerminal, runProcess } from '@leadline/service-kit';

await runProcess({
  name: 'identity',
  entry: import.meta.url,
  services: [identityService],
  access: identityAccess,
  engines: 'distributed',
  // The edge sends `/api/docs` here.
  neighbours: ['leads', 'contacts', 'sales-documents', 'notifications'],
  // Of replicas that start at once one makes it, and prints it.
  onListening: async ({ engines: { eventStore }, config: { admin } }) =>
    printToTerminal(firstSignInLines(await ensureFirstAdministrator({ eventStore, admin }))),
});
