import type { Texts } from '../en/index.js';

export const acceptInvitation: Texts['acceptInvitation'] = {
  title: 'Willkommen bei Leadline',
  text: 'Noch ein Passwort, dann kann es losgehen. Mindestens 10 Zeichen; ein Satz ist leicht zu merken und schwer zu erraten.',
  password: 'Passwort',
  repeat: 'Passwort noch einmal',
  differs: 'Die beiden sind nicht gleich',
  submit: 'Passwort setzen',
  missing: 'Dieser Link ist unvollständig. Bitte ganz kopieren oder um eine neue Einladung bitten.',
  done: 'Das Passwort ist gesetzt. Sie können sich jetzt damit anmelden.',
  toSignIn: 'Zur Anmeldung',
};
