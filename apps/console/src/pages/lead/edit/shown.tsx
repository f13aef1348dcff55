import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './edit.module.css';

/** A value as it is read; where there is none, the invitation to add one. */
export function Shown({ value }: { readonly value: string }): ReactElement {
  const { t } = useTranslation('lead');
  return value === '' ? <span className={classes.add}>{t('fields.none')}</span> : <>{value}</>;
}
