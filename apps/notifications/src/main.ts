import { notificationsService } from '@leadline/notifications-service';
import { identityAccess } from '@leadline/identity-service';
import { runProcess } from '@leadline/service-kit';

await runProcess({
  name: 'notifications',
  entry: import.meta.url,
  services: [notificationsService],
  access: identityAccess,
  engines: 'distributed',
});
