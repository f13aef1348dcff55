import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import type { FieldWords } from './field-text.js';

/** What fields and values are called, in the reader's language. */
export function useFieldWords(): FieldWords {
  const { t, i18n } = useTranslation(['history', 'common']);
  const format = useFormat();
  const { language } = i18n;
  return useMemo(() => {
    const countries = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
    return {
      fields: t('fields', { returnObjects: true }),
      choices: t('choices', { returnObjects: true }),
      status: t('status', { ns: 'common', returnObjects: true }),
      unknown: t('unknown'),
      allCompleted: t('allCompleted'),
      processVersion: (version) => t('process', { version }),
      dateTime: format.dateTime,
      money: format.money,
      country: (code) => countries.of(code) ?? code,
      duration: (seconds) => durationText(seconds, language),
    };
  }, [t, format, language]);
}

function durationText(seconds: number, language: string): string {
  const written = (value: number, unit: string): string =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const minutes = Math.floor(seconds / 60);
  const parts = [
    ...(minutes > 0 ? [written(minutes, 'minute')] : []),
    ...(seconds % 60 > 0 || minutes === 0 ? [written(seconds % 60, 'second')] : []),
  ];
  return parts.join(' ');
}
