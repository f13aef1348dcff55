import { foldEmail } from '@leadline/identity-domain';
import { invalidInput } from '@leadline/service-kit';

/**
 * Length is what makes guessing slow; there are no rules about signs, and what everybody tries first is refused, as NIST
 * SP 800-63B-4 (3.1.1.2) advises. A password set before may be shorter, and the first one of an administrator.
 */
export const NEW_PASSWORD_LENGTH = [10, 1_000] as const;

/** What lists of leaked passwords begin with, as far as it is long enough to be allowed. */
const MOST_COMMON = new Set([
  '0123456789',
  '0987654321',
  '1122334455',
  '123123123123',
  '1234567890',
  '12345678910',
  '123456789a',
  '1q2w3e4r5t',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  '9876543210',
  'a123456789',
  'abcd123456',
  'abcdefghij',
  'administrator',
  'asdfasdfasdf',
  'asdfghjkl1',
  'basketball',
  'changeme123',
  'geheim1234',
  'hallo12345',
  'iloveyou123',
  'leadline123',
  'letmein123',
  'liverpool1',
  'manchester',
  'password10',
  'password11',
  'password12',
  'password123',
  'password1234',
  'passwort123',
  'passwort1234',
  'q1w2e3r4t5',
  'q1w2e3r4t5y6',
  'qazwsxedcrfv',
  'qwerty12345',
  'qwerty123456',
  'qwertyuiop',
  'qwertzuiop',
  'schalke04!',
  'sommer2024',
  'sommer2025',
  'sommer2026',
  'summer2024',
  'summer2025',
  'summer2026',
  'superman123',
  'welcome123',
  'willkommen',
  'willkommen1',
  'winter2024',
  'winter2025',
  'winter2026',
  'zaq12wsxcde3',
]);

/** @throws ProblemError 400 for a password that a guesser tries first */
export function checkNewPassword(field: string, password: string, email: string): void {
  const folded = password.normalize('NFC').trim().toLowerCase();
  const isAddress = folded === foldEmail(email);
  const isOneSign = new Set(folded).size === 1;
  if (!isAddress && !isOneSign && !MOST_COMMON.has(folded)) return;
  throw invalidInput({
    field,
    code: 'tooCommon',
    message: {
      en: 'must be one that others do not try first',
      de: 'muss eines sein, das andere nicht zuerst probieren',
    },
  });
}
