import { notificationsService } from '@leadline/notifications-service';
import { createAuthenticator } from '@leadline/identity-service';
import { runProcess } from '@leadline/service-kit';

await runProcess({
  name: 'notifications',
  entry: import.meta.url,
  services: [notificationsService],
  access: ({ eventStore }) => ({ authenticator: createAuthenticator({ eventStore }) }),
  engines: 'distributed',
});
