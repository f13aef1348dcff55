import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Money } from '../api/types.js';
import { useMyself } from '../session/use-session.js';
import {
  formatAge,
  formatDate,
  formatDateTime,
  formatMoney,
  formatNumber,
  formatRelative,
  formatTime,
} from './format.js';
import type { Locale } from './format.js';

export interface Format {
  readonly locale: Locale;
  dateTime(instant: string): string;
  date(instant: string): string;
  time(instant: string): string;
  /** Of a time without a zone, as the clocks show it that are meant. */
  localTime(time: string): string;
  relative(instant: string, nowMs: number, isShort?: boolean): string;
  age(instant: string, nowMs: number): string;
  money(money: Money): string;
  number(value: number): string;
}

/** Dates, figures and money as the user reads them: in the language chosen and the time zone of their profile. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const { timeZone } = useMyself();
  const { language } = i18n;
  return useMemo(() => {
    const locale: Locale = { language: language === 'en' ? 'en-GB' : language, timeZone };
    return {
      locale,
      dateTime: (instant) => formatDateTime(instant, locale),
      date: (instant) => formatDate(instant, locale),
      time: (instant) => formatTime(instant, locale),
      localTime: (time) => formatDateTime(`${time}Z`, { ...locale, timeZone: 'UTC' }),
      relative: (instant, nowMs, isShort) => formatRelative(instant, nowMs, locale, isShort),
      age: (instant, nowMs) => formatAge(instant, nowMs, locale),
      money: (money) => formatMoney(money, locale),
      number: (value) => formatNumber(value, locale),
    };
  }, [language, timeZone]);
}
