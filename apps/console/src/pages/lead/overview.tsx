import type { ReactElement } from 'react';
import type { Lead } from '../../api/types.js';
import { CustomerCard } from './customer-card.js';
import { DetailsCard } from './details-card.js';
import { Journal } from './journal/journal.js';
import classes from './lead-page.module.css';

/** The lead as it is now, to be worked on. */
export function Overview({ lead }: { readonly lead: Lead }): ReactElement {
  const readOnly = !lead.active;
  return (
    <div className={classes.overview}>
      <div className={classes.column}>
        <CustomerCard lead={lead} readOnly={readOnly} />
        <DetailsCard lead={lead} readOnly={readOnly} />
      </div>
      <Journal lead={lead} readOnly={readOnly} />
    </div>
  );
}
