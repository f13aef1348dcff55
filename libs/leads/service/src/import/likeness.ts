import type { ExternalReference, ImportCandidate } from '@leadline/leads-domain';
import { keysOf, type IdentifiedLead, type LeadKeys } from './lead-identity.js';

export type LikenessReason = ImportCandidate['reasons'][number];

/** Something by which leads are alike, as a text to look it up by. */
export interface Likeness {
  readonly reason: LikenessReason;
  readonly value: string;
  readonly key: string;
}

export type RecognisedLead = IdentifiedLead & { readonly externalReference?: ExternalReference | undefined };

/** Leads shown for one line: more of them help nobody to decide. */
export const MOST_CANDIDATES = 10;

/** All by which a lead could be there already. */
export function likenessesOf(lead: RecognisedLead): readonly Likeness[] {
  const { externalReference } = lead;
  return [...(externalReference ? [referenceLikeness(externalReference)] : []), ...keyLikenesses(keysOf(lead))];
}

export function keyLikenesses({ email, phones, nameKey, subjectKey }: LeadKeys): readonly Likeness[] {
  return [
    likeness('identical', subjectKey),
    ...(email === null ? [] : [likeness('email', email)]),
    ...phones.map((number) => likeness('phone', number)),
    ...(nameKey === null ? [] : [likeness('name', nameKey)]),
  ];
}

export function referenceLikeness({ sender, id }: ExternalReference): Likeness {
  return likeness('externalReference', `${sender}\n${id}`);
}

function likeness(reason: LikenessReason, value: string): Likeness {
  return { reason, value, key: `${reason}\n${value}` };
}

/** Gathers who is alike by what: one candidate per lead, with all the reasons for it. */
export function candidatesOf(
  found: readonly { readonly reason: LikenessReason; readonly leadId?: string; readonly line?: number }[],
): ImportCandidate[] {
  const candidates = new Map<string, ImportCandidate>();
  for (const { reason, ...who } of found) {
    const key = who.leadId ?? `line ${who.line}`;
    const before = candidates.get(key);
    if (!before && candidates.size >= MOST_CANDIDATES) continue;
    const reasons = [...new Set([...(before?.reasons ?? []), reason])];
    candidates.set(key, { ...who, ...before, reasons });
  }
  return [...candidates.values()];
}
