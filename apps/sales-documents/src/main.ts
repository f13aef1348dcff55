import { salesDocumentsService } from '@leadline/sales-documents-service';
import { identityAccess } from '@leadline/identity-service';
import { runProcess } from '@leadline/service-kit';

await runProcess({
  name: 'sales-documents',
  entry: import.meta.url,
  services: [salesDocumentsService],
  access: identityAccess,
  engines: 'distributed',
});
