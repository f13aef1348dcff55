import type { ImportFailure } from '@leadline/leads-domain';
import type { Language, Messages } from '@leadline/service-kit';
import { leadsMessages } from '../messages.js';
import { importMessages } from './import-messages.js';

const sentences: Messages = { ...leadsMessages, ...importMessages };

/** The sentence for a reason. A code that is described no more is shown as it is. */
export function sentenceOf({ code, params = {} }: ImportFailure, language: Language): string {
  const sentence = sentences[code]?.[language] ?? code;
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => String(params[name] ?? '–'));
}
