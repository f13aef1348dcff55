import { derivedId } from '@leadline/event-sourcing';
import type { PinnedProcess } from './lead/lead-fields.js';
import type { SystemNames } from './system-names.js';

const PHASES = [
  { en: 'Qualify', de: 'Qualifizieren' },
  { en: 'Contact', de: 'Kontakt' },
  { en: 'Needs', de: 'Bedarf' },
  { en: 'Offer', de: 'Angebot' },
  { en: 'Decision', de: 'Entscheidung' },
].map((names) => ({ id: derivedId(`leads.sales-process.default.${names.en}`), names }));

/** How a lead of no marketplace is sold. Its ids are the same in every installation. */
export const DEFAULT_SALES_PROCESS: PinnedProcess = {
  id: derivedId('leads.sales-process.default'),
  version: 1,
  phases: PHASES.map(({ id, names }) => ({ id, name: names.en })),
};

export const DEFAULT_PHASE_NAMES: SystemNames = new Map(PHASES.map(({ id, names }) => [id, names]));
