import { phoneAlternatives, phoneTokens } from './search-phones.js';

/**
 * What a query asks of a document's tokens: every member holds; a member holds when one of its alternatives does; an
 * alternative holds when each of its texts begins a token.
 */
export type SearchQuery = readonly SearchTerm[];
export type SearchTerm = readonly (readonly string[])[];

/** Further terms of a query are ignored: nobody types so many, and an engine's parser has its limits. */
const MAX_TERMS = 24;
const MAX_TOKEN_LENGTH = 64;
/** In code points, so that no pair of surrogates is torn apart. */
const TOKEN_START = new RegExp(`^.{0,${MAX_TOKEN_LENGTH}}`, 'su');

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const PLAIN_WORD = /^[a-z0-9]+$/;
const APOSTROPHES = /['`´‘’ʼ]/g;
/** RFC 5322 atext and dots on both sides, without what is an apostrophe above; the part behind the @ may be yet to come. */
const ADDRESS = /[\p{L}\p{N}\p{M}.!#$%&*+/=?^_{|}~-]+@[\p{L}\p{N}\p{M}.!#$%&*+/=?^_{|}~@-]*/gu;
/** The characters of addresses and phone tokens that are neither letters nor digits: an engine must not split at them. */
export const TOKEN_PUNCTUATION = '.!#$%&*+/=?^_{|}~@-';

/** A number as people write it, not within a word: digits with blanks, dots, slashes, hyphens and brackets among them. */
const PHONE_RUN = /(?<![\p{L}\p{N}\p{M}@._+-])(?:\+\s*)?\(?\d[\d\s()/.\u2010-\u2015-]*(?![\p{L}\p{N}\p{M}@])/gu;

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŋ: 'n',
  ı: 'i',
  ς: 'σ',
};
const UNDECOMPOSED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Lower case, compatibility forms and accents folded: "Ärger" becomes "arger", "Straße" "strasse". */
function foldLetters(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(UNDECOMPOSED, (letter) => LETTERS[letter] ?? letter);
}

/**
 * A text as it is to be sorted by, byte for byte, the same on every engine: umlauts beside their vowels (DIN 5007-1),
 * case and accents ignored. Projections store it in a field of its own.
 */
export function sortText(text: string): string {
  return foldLetters(text.replace(APOSTROPHES, '')).replace(/\s+/g, ' ').trim();
}

/**
 * ü, ue and u are one. Since an e is only ever dropped behind a vowel, what begins a text still begins it when both are
 * folded. It costs some precision: "poet" also finds "Potsdam".
 */
function foldUmlauts(text: string): string {
  return text.replace(/([aou])e+/g, '$1');
}

function token(text: string): string {
  const folded = foldUmlauts(text);
  return folded.length <= MAX_TOKEN_LENGTH ? folded : (TOKEN_START.exec(folded)?.[0] ?? folded);
}

/** The tokens of a document's searched texts and phone numbers, each once: what {@link searchQuery} is held against. */
export function searchTokens(texts: Iterable<string>, phones: Iterable<string> = []): string[] {
  const tokens = new Set<string>();
  for (const text of texts) {
    for (const chunk of foldLetters(text.replace(APOSTROPHES, "'")).split(/\s+/)) if (chunk) addChunk(chunk, tokens);
  }
  for (const phone of phones) {
    for (const phoneToken of phoneTokens(phone)) tokens.add(phoneToken);
  }
  return [...tokens];
}

/** "Müller-Lüdenscheid" by its words and in one; an address by its words and as a whole. */
function addChunk(chunk: string, tokens: Set<string>): void {
  if (PLAIN_WORD.test(chunk)) {
    tokens.add(token(chunk));
    return;
  }
  const words = chunk.match(WORD);
  if (words === null) return;
  for (const word of words) tokens.add(token(word));
  if (words.length === 1) return;
  const whole = chunk.replaceAll("'", '');
  if (!chunk.includes('@')) tokens.add(token(words.join('')));
  else for (const [address] of whole.matchAll(ADDRESS)) tokens.add(token(trimAddress(address)));
  if (whole !== chunk) for (const word of whole.match(WORD) ?? []) tokens.add(token(word));
}

/** Sentence marks around an address do not belong to it. */
function trimAddress(address: string): string {
  return address.replace(/^[.!?*/=|~]+|[.!?*/=|~]+$/g, '');
}

/** What a user typed, understood: numbers in any spelling of phones, addresses as a whole, the rest by its words. */
export function searchQuery(text: string): SearchQuery {
  const terms = new Map<string, SearchTerm>();
  const add = (term: SearchTerm): void => {
    if (terms.size < MAX_TERMS) terms.set(JSON.stringify(term), term);
  };
  const rest = text
    .replace(APOSTROPHES, '')
    .normalize('NFKC')
    .replace(PHONE_RUN, (run) => {
      const phones = phoneAlternatives(run).map((phone) => [phone]);
      if (phones.length === 0) return run;
      add([words(run), ...phones]);
      return ' ';
    });
  const withoutAddresses = foldLetters(rest).replace(ADDRESS, (address) => {
    add([[token(trimAddress(address))]]);
    return ' ';
  });
  for (const word of words(withoutAddresses)) add([[word]]);
  return [...terms.values()];
}

function words(text: string): string[] {
  return (foldLetters(text).match(WORD) ?? []).map(token);
}

/** Whether a document with these tokens is found: the definition that the engines' indexes are held to. */
export function matchesSearch(query: SearchQuery, tokens: readonly string[]): boolean {
  const begins = (start: string): boolean => tokens.some((each) => each.startsWith(start));
  return query.every((term) => term.some((alternative) => alternative.every(begins)));
}
