import type { Texts } from '../en/index.js';

export const apiKeys: Texts['apiKeys'] = {
  title: 'API-Schlüssel',
  description:
    'Für andere Software: Jeder Schlüssel darf nur, was seine Rechte erlauben, und gilt binnen einer Minute nicht mehr, wenn er widerrufen wird.',
  new: 'Neuer Schlüssel',
  table: 'API-Schlüssel',
  empty: 'Noch keine Schlüssel',
  emptyText: 'Am besten einer je Programm, damit sich einer ohne die anderen widerrufen lässt.',
  column: {
    name: 'Name',
    scopes: 'Rechte',
    created: 'Angelegt',
    expires: 'Läuft ab',
    state: 'Status',
    actions: 'Aktionen',
  },
  state: { active: 'aktiv', revoked: 'widerrufen', expired: 'abgelaufen' },
  never: 'nie',
  field: {
    name: 'Name',
    nameHelp: 'Das Programm, das ihn benutzt: So steht es in der Historie.',
    scopes: 'Was er darf',
    expires: 'Läuft ab',
    expiresHelp: 'Ohne Angabe gilt er, bis er widerrufen wird.',
  },
  area: {
    leads: 'Leads',
    contacts: 'Kontakte',
    'sales-documents': 'Verkaufsbelege',
    notifications: 'Benachrichtigungen',
    identity: 'Benutzer und Teams',
    operations: 'Betrieb',
  },
  level: { read: 'lesen', write: 'schreiben', admin: 'verwalten' },
  create: { title: 'Neuer API-Schlüssel', action: 'Schlüssel anlegen', atLeastOne: 'Bitte mindestens eines wählen' },
  created: {
    title: 'Der Schlüssel für {{name}}',
    text: 'Bitte jetzt kopieren und sicher aufbewahren: Leadline speichert nur seinen Hash und kann ihn nicht noch einmal zeigen.',
    key: 'API-Schlüssel',
    use: 'So wird er gesendet',
    repeated:
      'Den Schlüssel gab es schon; er wird nicht noch einmal gezeigt. Bitte widerrufen und einen neuen anlegen.',
    copy: 'Schlüssel kopieren',
  },
  revoke: {
    action: 'Widerrufen',
    actionOf: '{{name}} widerrufen',
    title: '{{name}} widerrufen?',
    text: 'Was ihn benutzt, wird binnen einer Minute abgewiesen. Das lässt sich nicht rückgängig machen.',
    done: '{{name}} ist widerrufen',
  },
};
