import type { LeadFolder } from './lead-folder.js';

/** What every section is given. */
export interface Bench {
  /** Fewer rounds, less data. */
  readonly quick: boolean;
  /** An installation with many leads: made when first asked for, the same one for all sections. */
  readonly leadFolder: () => Promise<LeadFolder>;
}
