import type { Texts } from '../en/index.js';

export const teams: Texts['teams'] = {
  title: 'Teams',
  description: 'Wer in einem Team ist, arbeitet zusammen; seine Vorgesetzten sehen die Leads von allen darin.',
  new: 'Neues Team',
  table: 'Teams',
  empty: 'Noch keine Teams',
  emptyText: 'Bitte eines anlegen und dann Benutzer auf deren Seite hineinnehmen.',
  column: { name: 'Name', members: 'Mitglieder', state: 'Status', actions: 'Aktionen' },
  members_one: '{{count}} Mitglied',
  members_other: '{{count}} Mitglieder',
  state: { active: 'aktiv', deactivated: 'deaktiviert' },
  field: { name: 'Name' },
  newDialog: { title: 'Neues Team', action: 'Anlegen', done: '{{name}} ist angelegt' },
  rename: { title: '{{name}} umbenennen', action: 'Umbenennen', done: '{{name}} ist umbenannt' },
  action: {
    rename: 'Umbenennen',
    renameOf: '{{name}} umbenennen',
    deactivate: 'Deaktivieren',
    deactivateOf: '{{name}} deaktivieren',
    reactivate: 'Reaktivieren',
    reactivateOf: '{{name}} reaktivieren',
  },
  deactivate: {
    title: '{{name}} deaktivieren?',
    text: 'Niemand kann mehr hineingenommen werden. Die Mitglieder bleiben, wie sie sind; reaktivieren geht jederzeit.',
    done: '{{name}} ist deaktiviert',
  },
  reactivate: {
    title: '{{name}} reaktivieren?',
    text: 'Benutzer können wieder hineingenommen werden.',
    done: '{{name}} ist reaktiviert',
  },
};
