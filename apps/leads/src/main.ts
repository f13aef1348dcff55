import { identityAccess } from '@leadline/identity-service';
import { leadsService } from '@leadline/leads-service';
import { runProcess } from '@leadline/service-kit';

await runProcess({
  name: 'leads',
  entry: import.meta.url,
  services: [leadsService],
  access: identityAccess,
  engines: 'distributed',
});
