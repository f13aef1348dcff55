import type { Chance } from './chance.js';
import type { Stage } from './company.js';
import { stageTexts, topics, unreachedCalls, type EntryText } from './journal-texts.js';

/** What entries on one lead speak of. */
export interface Matter {
  readonly subject: string;
  /** Whom one speaks to. */
  readonly name: string;
  readonly language: 'de' | 'en';
}

const DAYS = {
  de: ['am Montag', 'am Dienstag', 'am Mittwoch', 'am Donnerstag', 'nächste Woche', 'am Monatsende'],
  en: ['on Monday', 'on Tuesday', 'on Wednesday', 'on Thursday', 'next week', 'at the end of the month'],
} as const;

/** Writes the entries of one lead: what belongs to a stage, nothing twice. */
export class JournalWriter {
  private readonly written = new Set<EntryText>();
  private readonly price: string;
  /** After a discount. */
  private readonly revised: string;

  constructor(
    private readonly matter: Matter,
    private readonly chance: Chance,
  ) {
    const { fromEuro, toEuro } = this.topic();
    const euro = Math.round(chance.between(fromEuro, toEuro) / 10) * 10;
    this.price = inEuro(euro, matter.language);
    this.revised = inEuro(Math.round(euro * 0.98), matter.language);
  }

  /** The body of an entry; null where there is nothing more to say about the stage. */
  entry(stage: Stage): object | null {
    const left = stageTexts[stage].filter((text) => !this.written.has(text));
    const first = left.filter((text) => text.first);
    return left.length > 0 ? this.write(this.chance.pick(first.length > 0 ? first : left)) : null;
  }

  unreached(): object {
    return this.write(this.chance.pick(unreachedCalls));
  }

  private write(entry: EntryText): object {
    const { chance, matter } = this;
    this.written.add(entry);
    const text = entry[matter.language]
      .replaceAll('{topic}', this.topic()[matter.language])
      .replaceAll('{name}', matter.name)
      .replaceAll('{price}', this.price)
      .replaceAll('{revised}', this.revised)
      .replaceAll('{day}', chance.pick(DAYS[matter.language]));
    return {
      kind: entry.kind,
      text: text.charAt(0).toUpperCase() + text.slice(1),
      ...(entry.direction ? { direction: entry.direction } : {}),
      ...(entry.outcome ? { outcome: entry.outcome } : {}),
      ...durationOf(entry, chance),
    };
  }

  private topic(): (typeof topics)[number] {
    const topic = topics.find(({ words }) => words.test(this.matter.subject)) ?? topics.at(-1);
    if (!topic) throw new Error('There is a topic for every subject');
    return topic;
  }
}

function durationOf({ kind, outcome }: EntryText, chance: Chance): { durationSeconds?: number } {
  if (kind === 'meeting') return { durationSeconds: 300 * chance.whole(6, 22) };
  if (kind === 'call' && outcome === 'reached') return { durationSeconds: chance.whole(95, 1_450) };
  return {};
}

function inEuro(amount: number, language: 'de' | 'en'): string {
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  const style = { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locale, style).format(amount);
}
