import { derivedId } from '@leadline/event-sourcing';
import type { PinnedProcess } from './lead/lead-fields.js';

/** How a lead of no marketplace is sold. Its ids are the same in every installation. */
export const DEFAULT_SALES_PROCESS: PinnedProcess = {
  id: derivedId('leads.sales-process.default'),
  version: 1,
  phases: ['Qualify', 'Contact', 'Needs', 'Offer', 'Decision'].map((name) => ({
    id: derivedId(`leads.sales-process.default.${name}`),
    name,
  })),
};
