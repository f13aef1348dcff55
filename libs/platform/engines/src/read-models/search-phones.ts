/**
 * Phone numbers by their digits, so that +49 171 1234567, 0049171/1234567 and 0171-123 45 67 find one another.
 *
 * Three kinds of token, told apart from words by their first character: `+` and the international number, `#` and the
 * national number (every phone has one), `?` and the national number of a phone whose country nobody knows.
 */

/** Fewer digits are no phone number. */
const MIN_DIGITS = 3;

/** Country codes are prefix-free (ITU-T E.164, list of assigned codes): one digit, these pairs, else three. */
const COUNTRY_CODE = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

interface Phone {
  /** Country code; empty where the number does not tell, or not yet. */
  readonly country: string;
  /** Behind country code and trunk zero. */
  readonly national: string;
  readonly kind: 'international' | 'national' | 'bare';
}

function parse(text: string): Phone | null {
  const plain = text.normalize('NFKC');
  const dialled = plain.replace(/\D/g, '');
  if (dialled.length < MIN_DIGITS) return null;
  if (/^\D*\+/.test(plain)) return international(plain.replace(/\(0\)/g, '').replace(/\D/g, ''));
  if (dialled.startsWith('00')) return international(plain.replace(/\(0\)/g, '').replace(/\D/g, '').slice(2));
  if (dialled.startsWith('0')) return { kind: 'national', country: '', national: withoutTrunkZero(dialled) };
  return { kind: 'bare', country: '', national: dialled };
}

function international(digits: string): Phone {
  const country = COUNTRY_CODE.exec(digits)?.[0] ?? '';
  return { kind: 'international', country, national: withoutTrunkZero(digits.slice(country.length)) };
}

/** Italy's zeros belong to the number; dropping them on both sides still finds it. */
function withoutTrunkZero(digits: string): string {
  return digits.replace(/^0+/, '');
}

/** What a stored number is found by. */
export function phoneTokens(text: string): string[] {
  const phone = parse(text);
  if (phone === null || phone.national === '') return [];
  const { country, national } = phone;
  return country === '' ? [`#${national}`, `?${national}`] : [`#${national}`, `+${country}${national}`];
}

/** The tokens, of which one has to begin with the number being looked for; none where it is too short for a phone. */
export function phoneAlternatives(text: string): string[] {
  const phone = parse(text);
  if (phone === null) return [];
  const { kind, country, national } = phone;
  switch (kind) {
    case 'national':
      return national === '' ? [] : [`#${national}`];
    case 'international':
      if (country + national === '') return [];
      return national === '' ? [`+${country}`] : [`+${country}${national}`, `?${national}`, `?${country}${national}`];
    case 'bare':
      return [`#${national}`, `+${national}`, ...withCountryUnmarked(national)];
    default:
      return kind satisfies never;
  }
}

/** 49171… without a plus may still begin with a country code, once it is long enough to tell. */
function withCountryUnmarked(digits: string): string[] {
  if (digits.length < 10) return [];
  const { national } = international(digits);
  return national === '' ? [] : [`?${national}`];
}
