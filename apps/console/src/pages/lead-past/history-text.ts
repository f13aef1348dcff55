import { labelOf, textOf, type FieldWords } from './field-text.js';
import type { Difference } from './lead-fields.js';

export interface WrittenEvent {
  readonly at: string;
  readonly actor: string;
  readonly event: string;
  readonly changes: Iterable<readonly [string, Difference]>;
}

/** The changes of an event as text with tabs, as spreadsheets and mails take them: who and when, then a line per field. */
export function historyText({ at, actor, event, changes }: WrittenEvent, words: FieldWords): string {
  const lines = [...changes].map(([field, { from, to }]) =>
    [labelOf(field, words), inOneCell(textOf(field, from, words)), inOneCell(textOf(field, to, words))].join('\t'),
  );
  return [[words.dateTime(at), actor, event].join('\t'), ...lines].join('\n');
}

function inOneCell(text: string): string {
  return text.replace(/\s*[\t\r\n]+\s*/g, ' ');
}
