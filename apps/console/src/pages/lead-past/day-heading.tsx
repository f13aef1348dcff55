import { Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../components/use-now.js';
import { useFormat } from '../../format/use-format.js';
import { daysAgo } from './days.js';
import classes from './day-heading.module.css';

/** "Today", "Yesterday", "Friday, 20 November 2026". */
export function DayHeading({ date }: { readonly date: string }): ReactElement {
  const { t } = useTranslation('timeline');
  const { locale } = useFormat();
  const ago = daysAgo(date, useNow(), locale.timeZone);
  const format = new Intl.DateTimeFormat(locale.language, { dateStyle: 'full', timeZone: 'UTC' });
  const written = format.format(Date.parse(date));
  const called = ago === 0 ? t('today') : ago === 1 ? t('yesterday') : null;
  return (
    <Title order={2} className={classes.day}>
      {called ? (
        <>
          {called} <span className={classes.date}>{written}</span>
        </>
      ) : (
        written
      )}
    </Title>
  );
}
