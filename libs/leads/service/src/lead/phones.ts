import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.min.json' with { type: 'json' };
import type { Phone, PhoneKind } from '@leadline/leads-contracts';

/** Where numbers without a country code are from, if nothing else tells. */
export const DEFAULT_COUNTRY = 'DE';

export interface PhoneGiven {
  readonly kind: PhoneKind;
  readonly number: string;
  readonly typed?: string | null | undefined;
}

/**
 * The number in E.164, with the spelling it came in; null where it cannot be one. Lengths are checked and ranges are not:
 * numbering plans change faster than tables of them.
 */
export function readPhone({ kind, number, typed }: PhoneGiven, country: string | undefined): Phone | null {
  const parsed = parsePhoneNumberFromString(number, { defaultCountry: countryOf(country), extract: true }, metadata);
  return parsed?.isPossible() ? { kind, number: parsed.number, typed: typed || number } : null;
}

/** True where the number says its country itself, so that it does not matter where it was written down. */
export function isInternational(number: string): boolean {
  return /^\D*\+|^\D*00/.test(number);
}

function countryOf(code: string | undefined): CountryCode {
  return code !== undefined && isCountry(code) ? code : DEFAULT_COUNTRY;
}

function isCountry(code: string): code is CountryCode {
  return Object.hasOwn(metadata.countries, code);
}
