import { DomainError } from '@leadline/event-sourcing';

/**
 * A name as somebody gave it, trimmed.
 * @throws DomainError `<kind>.name-missing`
 */
export function nameGiven(kind: string, name: string): string {
  const trimmed = name.trim();
  if (!trimmed) throw new DomainError(`${kind}.name-missing`);
  return trimmed;
}

/**
 * Two things of one name could not be told apart in a list, or in a file that names them. Case makes no difference.
 * @throws DomainError `<kind>.name-taken`
 */
export function mustBeFree(kind: string, name: string, others: readonly { readonly name: string }[]): void {
  const taken = others.some((other) => other.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new DomainError(`${kind}.name-taken`, { name });
}
