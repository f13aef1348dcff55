import { createAuthenticator } from '@leadline/identity-service';
import { leadsService } from '@leadline/leads-service';
import { runProcess } from '@leadline/service-kit';

await runProcess({
  name: 'leads',
  entry: import.meta.url,
  services: [leadsService],
  access: ({ eventStore }) => ({ authenticator: createAuthenticator({ eventStore }) }),
  engines: 'distributed',
});
