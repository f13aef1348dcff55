import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrafficLight as Light } from '../api/types.js';
import classes from './traffic-light.module.css';

/** Green, yellow or red: told by shape as well, for those who cannot tell the colours apart. */
export function TrafficLight({ light }: { readonly light: Light }): ReactElement {
  const { t } = useTranslation();
  return <LightSymbol light={light} label={t(`light.${light}`)} />;
}

/** The symbol alone, for lists of hundreds. */
export function LightSymbol({ light, label }: { readonly light: Light; readonly label: string }): ReactElement {
  return (
    <svg className={classes.light} data-light={light} viewBox="0 0 16 16" role="img" aria-label={label}>
      <title>{label}</title>
      {light === 'green' && <circle cx="8" cy="8" r="5.5" />}
      {light === 'yellow' && <path d="M8 1.6 14.4 8 8 14.4 1.6 8Z" />}
      {light === 'red' && <path d="M8 1.8 15 14H1Z" />}
    </svg>
  );
}
