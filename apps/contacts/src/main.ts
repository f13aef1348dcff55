import { contactsService } from '@leadline/contacts-service';
import { createAuthenticator } from '@leadline/identity-service';
import { runProcess } from '@leadline/service-kit';

await runProcess({
  name: 'contacts',
  entry: import.meta.url,
  services: [contactsService],
  access: ({ eventStore }) => ({ authenticator: createAuthenticator({ eventStore }) }),
  engines: 'distributed',
});
