import type { Texts } from '../en/index.js';

export const users: Texts['users'] = {
  title: 'Benutzer',
  description: 'Wer mit Leadline arbeitet, in welcher Rolle, und wessen Leads an wen gehen.',
  invite: 'Jemanden einladen',
  table: 'Benutzer',
  search: 'Name oder Adresse suchen',
  empty: 'Niemand passt dazu',
  emptyText: 'Bitte Filter oder Suche ändern.',
  shown: '{{shown}} von {{total}}',
  column: {
    name: 'Name',
    role: 'Rolle',
    teams: 'Teams',
    supervisor: 'Vorgesetzt',
    state: 'Status',
    actions: 'Aktionen',
  },
  state: { active: 'aktiv', invited: 'eingeladen', deactivated: 'deaktiviert' },
  filter: { role: 'Rolle', team: 'Team', state: 'Status', all: 'Alle', active: 'Aktiv', deactivated: 'Deaktiviert' },
  field: {
    name: 'Name',
    email: 'E-Mail-Adresse',
    emailHelp: 'Damit melden sie sich an. Später nicht mehr änderbar.',
    role: 'Rolle',
    language: 'Sprache',
    timeZone: 'Zeitzone',
    supervisor: 'Vorgesetzte Person',
    supervisorHelp: 'Sieht ihre Leads und bekommt sie, wenn der Benutzer deaktiviert wird.',
    teams: 'Teams',
    nobody: 'Niemand',
  },
  roleHelp: {
    agent: 'Bearbeitet eigene Leads und solche, die noch niemand hat.',
    supervisor: 'Sieht auch die Leads der eigenen Teams und der Unterstellten.',
    administrator: 'Sieht alles und richtet Leadline ein.',
  },
  languages: { en: 'English', de: 'Deutsch' },
  new: { title: 'Jemanden einladen', action: 'Einladung erstellen' },
  edit: { title: '{{name}} bearbeiten', action: 'Speichern', done: '{{name}} ist gespeichert' },
  conflict:
    'Jemand anders hat diesen Benutzer inzwischen geändert. Bitte die Eingaben prüfen und noch einmal speichern, um sie zu übernehmen.',
  invitation: {
    title: 'Einladung für {{name}}',
    text: 'Bitte diesen Link weitergeben. Dahinter wird ein eigenes Passwort gesetzt. Er gilt einmal, bis {{until}}, und wird nur jetzt gezeigt.',
    link: 'Einladungslink',
    copy: 'Link kopieren',
    repeated:
      'Die Einladung gab es schon; ihr Link wird nicht noch einmal gezeigt. Für einen neuen bitte noch einmal einladen.',
  },
  action: {
    menu: 'Aktionen für {{name}}',
    edit: 'Bearbeiten',
    inviteAgain: 'Noch einmal einladen',
    resetPassword: 'Neues Passwort per Einladung',
    deactivate: 'Deaktivieren',
    reactivate: 'Reaktivieren',
  },
  deactivate: {
    title: '{{name}} deaktivieren?',
    text: 'Anmelden ist dann nicht mehr möglich, laufende Sitzungen enden binnen einer Minute. Offene Leads gehen an die vorgesetzte Person oder zurück in den Pool. Nichts wird gelöscht, und reaktivieren geht jederzeit.',
    done: '{{name}} ist deaktiviert',
  },
  reactivate: {
    title: '{{name}} reaktivieren?',
    text: 'Die Anmeldung geht wieder mit dem bisherigen Passwort.',
    done: '{{name}} ist reaktiviert',
  },
  reinvite: {
    title: '{{name}} noch einmal einladen?',
    text: 'Eine frühere Einladung endet. Mit dem neuen Link wird ein neues Passwort gesetzt; bis dahin gilt das alte weiter.',
  },
};
