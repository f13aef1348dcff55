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
  'user.supervisor-of-oneself': {
    en: 'Nobody can be their own supervisor.',
    de: 'Niemand kann sein eigener Vorgesetzter sein.',
  },
  'user.invitation-invalid': {
    en: 'This invitation is no longer valid. Ask your administrator for a new one.',
    de: 'Diese Einladung gilt nicht mehr. Bitte den Administrator um eine neue.',
  },
  'user.linked-to-another-account': {
    en: 'This user signs in by another account of the provider.',
    de: 'Dieser Benutzer meldet sich mit einem anderen Konto des Anbieters an.',
  },
  'team.not-found': { en: 'There is no such team.', de: 'Dieses Team gibt es nicht.', status: 404 },
  'team.name-taken': { en: 'There is a team of this name already.', de: 'Ein Team dieses Namens gibt es schon.' },
  'team.has-members': {
    en: 'This team still has active members: {members}. Take them out first.',
    de: 'Dieses Team hat noch aktive Mitglieder: {members}. Bitte zuerst herausnehmen.',
  },
  'api-key.not-found': { en: 'There is no such API key.', de: 'Diesen API-Schlüssel gibt es nicht.', status: 404 },
  'api-key.expires-in-past': {
    en: 'An API key must expire in the future.',
    de: 'Ein API-Schlüssel muss in der Zukunft ablaufen.',
  },
});
