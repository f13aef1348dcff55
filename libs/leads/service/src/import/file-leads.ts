import { MOST_CANDIDATES, type Likeness } from './likeness.js';

/** A lead that an earlier line of the file made, or would make. */
export interface FileLead {
  readonly line: number;
  /** Left out in a dry run. */
  readonly leadId?: string;
}

/** The leads of the file so far, by what they are recognised by. The only part of a file that stays in memory. */
export class FileLeads {
  private readonly byKey = new Map<string, FileLead[]>();

  add(lead: FileLead, likenesses: readonly Likeness[]): void {
    for (const { key } of likenesses) {
      const leads = this.byKey.get(key);
      if (!leads) this.byKey.set(key, [lead]);
      else if (leads.length < MOST_CANDIDATES) leads.push(lead);
    }
  }

  /** The first so many that share it, in the order of the file. */
  find({ key }: Likeness): readonly FileLead[] {
    return this.byKey.get(key) ?? [];
  }
}
