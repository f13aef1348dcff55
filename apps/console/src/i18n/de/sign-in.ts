export const signIn = {
  title: 'Anmelden',
  welcome: 'Bei Leadline anmelden',
  tagline: 'Jeder Lead, vom Eingang bis zum Abschluss.',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  submit: 'Anmelden',
  or: 'oder',
  provider: 'Weiter mit {{name}}',
  failures: {
    'oidc-unknown-user':
      'Zu diesem Konto gibt es hier keinen aktiven Benutzer. Bitten Sie Ihren Administrator um eine Einladung.',
    'oidc-email-unverified': 'Ihr Anbieter hat Ihre E-Mail-Adresse nicht bestätigt. Bitte zuerst dort bestätigen.',
    'oidc-other-account':
      'Ihr Benutzer hier gehört zu einem anderen Konto des Anbieters. Fragen Sie Ihren Administrator.',
    'oidc-unavailable': 'Ihr Anbieter ist gerade nicht erreichbar. Bitte gleich noch einmal versuchen.',
    'oidc-refused': 'Der Anbieter hat Sie nicht angemeldet.',
    'oidc-failed':
      'Die Anmeldung bei Ihrem Anbieter hat nicht geklappt. Bitte noch einmal versuchen oder Ihren Administrator fragen.',
  },
};
