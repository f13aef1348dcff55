import type { Texts } from '../en/index.js';

export const profile: Texts['profile'] = {
  title: 'Profil',
  description: 'Wie Leadline Sie kennt, und wie Sie Leadline lesen.',
  about: {
    title: 'Über Sie',
    email: 'E-Mail-Adresse',
    emailHelp: 'Damit melden Sie sich an. Die Administration hat sie vergeben.',
    role: 'Rolle',
    teams: 'Teams',
    noTeams: 'keine',
  },
  settings: {
    title: 'Name, Sprache und Zeitzone',
    name: 'Name',
    language: 'Sprache',
    languageHelp: 'Der Oberfläche, und in der Leadline antwortet und schreibt.',
    timeZone: 'Zeitzone',
    timeZoneHelp: 'In ihr stehen alle Zeiten, und sie sagt, was „heute“ ist.',
    save: 'Speichern',
    saved: 'Gespeichert',
  },
  password: {
    title: 'Passwort',
    text: 'Mindestens 10 Zeichen; ein Satz ist leicht zu merken und schwer zu erraten. Ihre Sitzungen auf anderen Geräten enden.',
    current: 'Bisheriges Passwort',
    new: 'Neues Passwort',
    repeat: 'Neues Passwort noch einmal',
    differs: 'Die beiden sind nicht gleich',
    save: 'Passwort ändern',
    done: 'Ihr Passwort ist geändert',
  },
};
