import type { Money } from '@leadline/leads-contracts';
import { ALL_COMPLETED, type FieldValue } from './lead-fields.js';

/** What fields, events and values are called in a language; branches by the parts of a path. */
export type WordTree = string | { readonly [key: string]: WordTree };

/** How values are written for a reader. */
export interface FieldWords {
  readonly fields: WordTree;
  readonly choices: WordTree;
  readonly status: WordTree;
  readonly unknown: string;
  readonly allCompleted: string;
  processVersion(version: string): string;
  dateTime(instant: string): string;
  money(money: Money): string;
  country(code: string): string;
  /** "5 min 40 s". */
  duration(seconds: number): string;
}

/** `journal.<id>.text` → `journal.text`: what a field is, whichever entry it is of. */
export function kindOfField(path: string): string {
  return path.replace(/^journal\.[^.]+\./, 'journal.');
}

/** The field's name; its path where there is none, since the server is newer. */
export function labelOf(path: string, { fields }: Pick<FieldWords, 'fields'>): string {
  return wordAt(fields, kindOfField(path)) ?? path;
}

/** What stands in a field, a line for each thing in it; none where it is empty. */
export function linesOf(path: string, { value, name }: FieldValue, words: FieldWords): readonly string[] {
  const field = kindOfField(path);
  if (field === 'phase' && value === ALL_COMPLETED) return [words.allCompleted];
  if (value === null || value === undefined || value === '') return [];
  if (name !== undefined) return [name || words.unknown];
  if (Array.isArray(value)) return value.map((item: unknown) => itemText(field, item, words));
  return [valueText(field, value, words)];
}

/** The same in one line, for what cannot break. */
export function textOf(path: string, value: FieldValue, words: FieldWords): string {
  return linesOf(path, value, words).join('; ');
}

function valueText(field: string, value: unknown, words: FieldWords): string {
  if (typeof value === 'number' && field === 'journal.durationSeconds') return words.duration(value);
  if (typeof value === 'boolean') return wordAt(words.choices, `${field}.${value}`) ?? String(value);
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : JSON.stringify(value);
  switch (field) {
    case 'receivedAt':
    case 'resubmission.at':
    case 'journal.at':
      return words.dateTime(value);
    case 'status':
    case 'closing.outcome':
      return wordAt(words.status, value) ?? value;
    case 'resubmission.localTime':
      return value.replace('T', ' ');
    case 'process':
      return processText(value, words);
    case 'customer.address.countryCode':
      return words.country(value);
    default:
      return wordAt(words.choices, `${field}.${value}`) ?? value;
  }
}

/** `<id> v3`: whose process it is the marketplace tells. */
function processText(value: string, words: FieldWords): string {
  const version = / v(\d+)$/.exec(value)?.[1];
  return version === undefined ? value : words.processVersion(version);
}

function itemText(field: string, item: unknown, words: FieldWords): string {
  if (!isRecord(item)) return String(item);
  if (field === 'customer.phones') return phoneText(item, words);
  if (field === 'interests') return interestText(item, words);
  return JSON.stringify(item);
}

function phoneText({ kind, number, typed }: Record<string, unknown>, words: FieldWords): string {
  const dialled = textIn(number);
  const written = textIn(typed) || dialled;
  const text = written.replace(/[^\d+]/g, '') === dialled ? written : `${written} (${dialled})`;
  const called = wordAt(words.choices, `phoneKind.${textIn(kind)}`);
  return called === undefined ? text : `${called}: ${text}`;
}

function interestText({ description, quantity, unit, unitPrice }: Record<string, unknown>, words: FieldWords): string {
  const much = [textIn(quantity), textIn(unit)].filter((part) => part !== '').join(' ');
  const price = isMoney(unitPrice) ? ` · ${words.money(unitPrice)}` : '';
  return `${much ? `${much} × ` : ''}${textIn(description)}${price}`;
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function wordAt(tree: WordTree, path: string): string | undefined {
  let branch: WordTree | undefined = tree;
  for (const part of path.split('.')) {
    if (typeof branch !== 'object' || !Object.hasOwn(branch, part)) return undefined;
    branch = branch[part];
  }
  return typeof branch === 'string' ? branch : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isMoney(value: unknown): value is Money {
  return isRecord(value) && typeof value['amountMinor'] === 'number' && typeof value['currency'] === 'string';
}
