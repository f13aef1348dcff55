import { PickType } from '@nestjs/swagger';
import { InvalidCursorError } from '@leadline/engines/read-models';
import type { Page } from '@leadline/leads-contracts';
import { ListQuery } from '@leadline/service-kit';

/** For lists that have one order and no search. */
export class PageQuery extends PickType(ListQuery, ['limit', 'after'] as const) {}

/**
 * A page of a list that is at hand as a whole. The cursor counts from the list's end, so that what is added on top
 * between two pages neither repeats nor hides anything.
 * @throws InvalidCursorError
 */
export function pageOf<Item>(newestFirst: readonly Item[], { limit, after }: PageQuery): Page<Item> {
  const total = newestFirst.length;
  const start = after === undefined ? 0 : total - remaining(after, total);
  const end = Math.min(start + limit, total);
  return { items: newestFirst.slice(start, end), next: end < total ? String(total - end) : null, total };
}

function remaining(after: string, total: number): number {
  const count = /^\d{1,9}$/.test(after) ? Number(after) : -1;
  if (count < 0 || count > total) throw new InvalidCursorError('No cursor of this list');
  return count;
}
