import { useNetwork } from '@mantine/hooks';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './shell.module.css';

/** Says so while there is no network. */
export function OfflineBanner(): ReactElement {
  const { t } = useTranslation();
  const { online } = useNetwork();
  return <div role="status">{!online && <div className={classes.offline}>{t('offline')}</div>}</div>;
}
