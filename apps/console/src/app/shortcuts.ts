/** What the keyboard can do everywhere. */
export type Shortcut =
  | 'help'
  | 'search'
  | 'newLead'
  | 'goLeads'
  | 'goImport'
  | 'goUsers'
  | 'goTeams'
  | 'goKeys'
  | 'goOperations'
  | 'goProfile';

/** The keys of each, one after the other. */
export const SHORTCUTS: Readonly<Record<Shortcut, readonly string[]>> = {
  help: ['?'],
  search: ['/'],
  newLead: ['n'],
  goLeads: ['g', 'l'],
  goImport: ['g', 'i'],
  goUsers: ['g', 'u'],
  goTeams: ['g', 't'],
  goKeys: ['g', 'k'],
  goOperations: ['g', 'o'],
  goProfile: ['g', 'p'],
};

/** What only an administrator has pages for. */
export const ADMINISTRATION: ReadonlySet<Shortcut> = new Set(['goUsers', 'goTeams', 'goKeys', 'goOperations']);

/** What was typed so far, and whether it says something. */
export interface Typed {
  readonly keys: readonly string[];
  readonly shortcut: Shortcut | null;
}

const ALL: readonly { readonly shortcut: Shortcut; readonly keys: readonly string[] }[] = [
  { shortcut: 'help', keys: SHORTCUTS.help },
  { shortcut: 'search', keys: SHORTCUTS.search },
  { shortcut: 'newLead', keys: SHORTCUTS.newLead },
  { shortcut: 'goLeads', keys: SHORTCUTS.goLeads },
  { shortcut: 'goImport', keys: SHORTCUTS.goImport },
  { shortcut: 'goUsers', keys: SHORTCUTS.goUsers },
  { shortcut: 'goTeams', keys: SHORTCUTS.goTeams },
  { shortcut: 'goKeys', keys: SHORTCUTS.goKeys },
  { shortcut: 'goOperations', keys: SHORTCUTS.goOperations },
  { shortcut: 'goProfile', keys: SHORTCUTS.goProfile },
];

/** The keys typed with one more: a shortcut, the beginning of one, or a fresh start. */
export function typed(before: readonly string[], key: string): Typed {
  const keys = [...before, key];
  const matching = ALL.filter((each) => keys.every((typedKey, index) => each.keys[index] === typedKey));
  const complete = matching.find((each) => each.keys.length === keys.length);
  if (complete) return { keys: [], shortcut: complete.shortcut };
  if (matching.length > 0) return { keys, shortcut: null };
  return before.length > 0 ? typed([], key) : { keys: [], shortcut: null };
}
