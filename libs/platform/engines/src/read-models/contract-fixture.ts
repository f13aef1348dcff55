import { randomInt } from 'node:crypto';
import type {
  Condition,
  Document,
  DocumentWrite,
  Find,
  Generation,
  ReadModelDefinition,
  ReadModelReader,
  ReadModelStore,
} from './port.js';

/** Read models for one test. */
export interface ReadModelsUnderTest {
  readonly store: ReadModelStore;
  /** Another process or thread that only asks, on the same data. */
  openReader(): Promise<ReadModelStore>;
  /** Closes the store and opens it again on the same data, as after a restart. */
  reopen(): Promise<ReadModelStore>;
  close(): Promise<void>;
}

export type OpenReadModels = () => Promise<ReadModelsUnderTest>;
export type Current = () => ReadModelsUnderTest;

export interface Person extends Document {
  readonly id: string;
  readonly name?: string | null;
  readonly sortName?: string | null;
  readonly status?: string | number | boolean | null;
  readonly age?: number | null;
  readonly active?: boolean | null;
  readonly team?: { readonly id?: string | null } | null;
  readonly closing?: { readonly reason: string } | null;
  readonly tags?: readonly (string | null)[];
  readonly phones?: readonly { readonly kind?: string; readonly number?: string }[];
  readonly email?: string;
}

/** A definition with a name that no other test uses, since a server may be shared. */
export function aDefinition(change: Partial<ReadModelDefinition> = {}): ReadModelDefinition {
  const letters = Array.from({ length: 10 }, () => String.fromCharCode(97 + randomInt(26))).join('');
  return {
    name: `person${letters}`,
    version: 1,
    indexes: [
      { on: ['status', 'sortName'] },
      { on: ['team.id', 'age'] },
      { on: ['age'] },
      { on: ['sortName'] },
      { on: ['active'] },
      { on: ['closing'] },
      { on: ['tags'], multi: true },
      { on: ['phones.number'], multi: true },
    ],
    search: ['name', 'email', 'tags', 'age'],
    searchPhones: ['phones.number'],
    facets: ['status', 'active', 'team.id', 'tags'],
    ...change,
  };
}

/** Positions compare as texts. */
export function at(position: number): string {
  return String(position).padStart(10, '0');
}

export function write(person: Person, position: number): DocumentWrite<Person> {
  return { id: person.id, document: person, position: at(position) };
}

/** A live generation that holds these, and what reads it. */
export async function holding(
  store: ReadModelStore,
  people: readonly Person[],
  definition = aDefinition(),
): Promise<{
  readonly definition: ReadModelDefinition;
  readonly reader: ReadModelReader<Person>;
  readonly generation: Generation<Person>;
}> {
  const generation = await store.live<Person>(definition);
  await generation.write(
    people.map((person) => write(person, 1)),
    { partition: 0, position: at(1) },
  );
  return { definition, reader: store.reader<Person>(definition), generation };
}

export async function idsOf(reader: ReadModelReader<Person>, find: Partial<Find>): Promise<string[]> {
  const { items } = await reader.find({ limit: 1_000, ...find });
  return items.map(({ id }) => id);
}

/** All pages, one after the other; `between` runs before each page but the first. */
export async function pageThrough<D extends Document>(
  reader: ReadModelReader<D>,
  find: Find,
  between: (page: number) => Promise<void> = () => Promise.resolve(),
): Promise<D[]> {
  const all: D[] = [];
  let after: string | null = null;
  for (let page = 0; page === 0 || after !== null; page += 1) {
    if (page > 0) await between(page);
    const { items, next }: Awaited<ReturnType<typeof reader.find>> = await reader.find({
      ...find,
      ...(after !== null && { after }),
    });
    all.push(...items);
    after = next;
  }
  return all;
}

export function where(path: string, condition: Condition): Partial<Find> {
  return { where: { all: { [path]: condition } } };
}

/** Waits for what another process will see before long. */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error('It did not come about within 10 s');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
