import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Texts } from './en/index.js';

export type Language = 'en' | 'de';

const STORED = 'leadline-language';

/** A language is a file of its own, loaded when somebody reads it. */
const load: Readonly<Record<Language, () => Promise<{ texts: Texts }>>> = {
  en: () => import('./en/index.js'),
  de: () => import('./de/index.js'),
};

export const i18n = i18next.createInstance();

/** Starts in the language that was read last on this device, else in the browser's. */
export async function startI18n(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: 'en',
    resources: {},
    ns: [],
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await read(preferred());
}

/** Changes the language of all that is shown. */
export async function read(language: Language): Promise<void> {
  if (!i18n.hasResourceBundle(language, 'common')) {
    const { texts } = await load[language]();
    for (const [namespace, bundle] of Object.entries(texts)) i18n.addResourceBundle(language, namespace, bundle);
  }
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  remember(language);
}

export function isLanguage(value: unknown): value is Language {
  return value === 'en' || value === 'de';
}

function preferred(): Language {
  const stored = readStorage();
  if (isLanguage(stored)) return stored;
  return navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en';
}

function readStorage(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    // Storage may be forbidden; then the browser's language is read.
    return null;
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // Storage may be forbidden; then it is chosen anew the next time.
  }
}
