import { defineMessages } from '@leadline/service-kit';

/** What identity's codes mean to people. */
export const identityMessages = defineMessages({
  'user.email-taken': {
    en: 'Somebody is registered with this e-mail address already.',
    de: 'Mit dieser E-Mail-Adresse ist schon jemand registriert.',
  },
  'user.not-found': { en: 'There is no such user.', de: 'Diesen Benutzer gibt es nicht.', status: 404 },
  'user.deactivated': {
    en: 'This user is deactivated. Reactivate them first.',
    de: 'Dieser Benutzer ist deaktiviert. Bitte zuerst reaktivieren.',
  },
  'user.not-oneself': {
    en: 'Nobody can do this to themselves. Ask another administrator.',
    de: 'Das geht nicht beim eigenen Benutzer. Bitte einen anderen Administrator fragen.',
  },
});
