import type { ErrorParams } from '@leadline/event-sourcing';
import type { Language } from '../access/caller.js';

/** What an error code means to people: `{name}` stands for the parameter of that name. */
export interface MessageDefinition {
  readonly en: string;
  readonly de: string;
  /** Default 409. */
  readonly status?: number;
}

export type Messages = Readonly<Record<string, MessageDefinition>>;

/** Declares a service's sentences: `defineMessages({ 'lead.phases-incomplete': { en: '…', de: '…' } })`. */
export function defineMessages<M extends Messages>(messages: M): M {
  return messages;
}

/** Fills the parameters in. One that is missing leaves a dash: a sentence with a gap is better than none. */
export function fill(template: string, params: ErrorParams): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = params[name];
    if (value === undefined) return '–';
    return Array.isArray(value) ? value.join(', ') : String(value);
  });
}

/** Status and sentence for a rejection, also for a code that nobody described. */
export function explain(
  catalogue: ReadonlyMap<string, MessageDefinition>,
  code: string,
  params: ErrorParams,
  language: Language,
): { status: number; detail: string } {
  const message = catalogue.get(code);
  if (message) return { status: message.status ?? 409, detail: fill(message[language], params) };
  const status = code.endsWith('.not-found') ? 404 : 409;
  return { status, detail: fill(UNKNOWN[language], { code }) };
}

const UNKNOWN = defineMessages({
  unknown: { en: 'A rule does not allow this now ({code}).', de: 'Eine Regel lässt das jetzt nicht zu ({code}).' },
}).unknown;

/** Sentences for the codes of the platform itself. */
export const PLATFORM_MESSAGES = defineMessages({
  'idempotency-key-reused': {
    en: 'This idempotency key was used for something else. Use another one.',
    de: 'Dieser Idempotency-Key wurde schon für etwas anderes verwendet. Bitte einen anderen nehmen.',
    status: 422,
  },
});
