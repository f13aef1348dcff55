export const signIn = {
  title: 'Anmelden',
  welcome: 'Bei Leadline anmelden',
  tagline: 'Jeder Lead, vom Eingang bis zum Abschluss.',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  submit: 'Anmelden',
  or: 'oder',
  provider: 'Weiter mit {{name}}',
  providerFailed:
    'Die Anmeldung bei Ihrem Anbieter hat nicht geklappt. Bitte noch einmal versuchen oder Ihren Administrator fragen.',
};
