import type { Json, Position } from '@leadline/event-sourcing';

/** A document of a read model: JSON, folded from events. */
export type Document = { readonly [field: string]: Json | undefined };

/**
 * A field's path in a document, `assignee.id`. Through an array it means any of its elements, for each operator of a
 * condition on its own; "absent" then means that no element has a value.
 */
export type Path = string;

export interface ReadModelDefinition {
  /** camelCase; names table or collection. */
  readonly name: string;
  /** Raise it when documents, indexes or search fields change: the model is then folded again under a new generation. */
  readonly version: number;
  /**
   * Paths that filters and sorts use, each list an index; a find that names another path is refused. The last ones of a
   * list may be sort keys; `multi` marks a list whose first path leads through an array (one entry per element). Any
   * other path must not lead through one.
   */
  readonly indexes: readonly { readonly on: readonly Path[]; readonly multi?: boolean }[];
  /** Paths whose words are searched. Texts are folded by the engine layer (see `search-text.ts`). */
  readonly search: readonly Path[];
  /** Paths whose phone numbers are searched in any spelling, by their digits. */
  readonly searchPhones?: readonly Path[];
  /** Paths that can be counted by value, and filtered by without an index of their own. */
  readonly facets: readonly Path[];
}

export type Scalar = string | number | boolean | null;

/** A condition on one path. Several keys in one condition all hold. */
export type Condition =
  | Scalar
  | {
      readonly in?: readonly Scalar[];
      readonly not?: Scalar;
      readonly gt?: string | number;
      readonly gte?: string | number;
      readonly lt?: string | number;
      readonly lte?: string | number;
      readonly prefix?: string;
      /** True: there and not null. */
      readonly exists?: boolean;
    };

/** All paths' conditions hold; `or`: at least one of its members does. Equality with null matches absent and null. */
export interface Where {
  readonly all?: Readonly<Record<Path, Condition>>;
  readonly or?: readonly Where[];
  readonly and?: readonly Where[];
}

export interface SortKey {
  readonly path: Path;
  readonly descending?: boolean;
}

export interface Find {
  readonly where?: Where;
  /** Every word must begin a word of the searched fields, case, accents and umlauts folded. */
  readonly search?: string;
  /**
   * Texts sort by their UTF-8 bytes: see `sortText`. Absent and null sort first ascending, last descending. Ties are
   * broken by id, in the direction of the last key, so the order is total.
   */
  readonly sort?: readonly SortKey[];
  /** Cursor from an earlier page's `next`; valid for the same where, search and sort only. */
  readonly after?: string;
  /** 1 to 1000. */
  readonly limit: number;
  /** Count all that match; costs more than the page where many do. Default false. */
  readonly total?: boolean;
}

export interface Found<D extends Document> {
  readonly items: readonly D[];
  /** Cursor of the next page, null on the last. */
  readonly next: string | null;
  /** Present when asked for. */
  readonly total?: number;
}

/** `after` that was not made by this model, where, search and sort. */
export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError';
}

/** A find that its model cannot answer: a path that is not declared, an unknown operator, a value that is no scalar. */
export class InvalidFindError extends Error {
  override readonly name = 'InvalidFindError';
}

/** A definition or a document that breaks the definition's own rules. */
export class InvalidReadModelError extends Error {
  override readonly name = 'InvalidReadModelError';
}

/** The generation was replaced, discarded or dropped: ask for the live one again, and go on from its checkpoint. */
export class GenerationGoneError extends Error {
  override readonly name = 'GenerationGoneError';

  constructor(readonly generationId: string) {
    super(`The read model generation ${generationId} is no longer there to be used`);
  }
}

export interface DocumentWrite<D extends Document = Document> {
  readonly id: string;
  /** null deletes. */
  readonly document: D | null;
  /** Position of the last event folded in. A document that has seen this one or a later is left alone. */
  readonly position: Position;
}

/** A document with the position it has seen, as the fold needs it. A deleted one is remembered with document null. */
export interface StoredDocument<D extends Document> {
  readonly document: D | null;
  readonly position: Position;
}

/** What queries use. Always the live generation. */
export interface ReadModelReader<D extends Document> {
  get(id: string): Promise<D | null>;
  find(find: Find): Promise<Found<D>>;
  /** How many documents per value of each path, most first; null for absent. */
  facets(
    paths: readonly Path[],
    where?: Where,
    search?: string,
  ): Promise<Record<Path, { value: Scalar; count: number }[]>>;
  /** What the live generation has seen, the least over its partitions; null: nothing yet. */
  checkpoint(): Promise<Position | null>;
}

/** One fold of a read model: the live one, or one that a rebuild fills beside it. */
export interface Generation<D extends Document> {
  readonly id: string;
  load(ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument<D>>>;
  /**
   * Writes documents, then the checkpoint of the partition; never the checkpoint without the documents. Guarded by each
   * document's position, so the same batch again changes nothing. A checkpoint never goes back.
   * @throws GenerationGoneError when another generation has become the live one, so that its writer goes over to that
   */
  write(
    documents: readonly DocumentWrite<D>[],
    checkpoint: { readonly partition: number; readonly position: Position },
  ): Promise<void>;
  checkpoint(partition: number): Promise<Position | null>;
  /** All documents that are not deleted, by id, for verification. @throws GenerationGoneError */
  scan(): AsyncIterable<{ readonly id: string; readonly document: D; readonly position: Position }>;
  count(): Promise<number>;
}

export interface ReadModelStore {
  /** For queries. Cheap; the model need not exist yet (then it is empty). */
  reader<D extends Document>(definition: ReadModelDefinition): ReadModelReader<D>;
  /** The live generation of this definition's version, made (empty, with indexes) where there is none. For the one writer. */
  live<D extends Document>(definition: ReadModelDefinition): Promise<Generation<D>>;
  /** A new, empty generation beside the live one, with its indexes. */
  begin<D extends Document>(definition: ReadModelDefinition): Promise<Generation<D>>;
  /** Makes a generation the live one, for every process; the former is kept until its readers are gone, then dropped. */
  switchTo(definition: ReadModelDefinition, generationId: string): Promise<void>;
  /** Throws away a generation that is not live. */
  discard(definition: ReadModelDefinition, generationId: string): Promise<void>;
  ping(): Promise<void>;
  close(): Promise<void>;
}
