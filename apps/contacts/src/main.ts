import { contactsService } from '@leadline/contacts-service';
import { identityAccess } from '@leadline/identity-service';
import { runProcess } from '@leadline/service-kit';

await runProcess({
  name: 'contacts',
  entry: import.meta.url,
  services: [contactsService],
  access: identityAccess,
  engines: 'distributed',
});
