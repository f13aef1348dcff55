import type { Document, DocumentWrite, Generation, ReadModelDefinition, ReadModelStore } from '../ports.js';

interface Fold {
  readonly id: string;
  readonly documents: Map<string, { document: Document | null; position: string }>;
  readonly checkpoints: Map<number, string>;
  state: 'filling' | 'live' | 'retired';
}

export interface InMemoryReadModels extends ReadModelStore {
  /** What a reader of the live generation sees. */
  documents(definition: ReadModelDefinition): Record<string, Document>;
  /** As somebody with access to the database would. */
  tamper(definition: ReadModelDefinition, id: string, document: Document | null): void;
  /** Ids of the generations that are not on their way out. */
  generations(): readonly string[];
}

/** The read models' port over maps. Knows no queries: the loop asks none. */
export function inMemoryReadModels(): InMemoryReadModels {
  const folds = new Map<string, { key: string; fold: Fold }>();
  let count = 0;
  const keyOf = ({ name, version }: ReadModelDefinition): string => `${name}.v${version}`;
  const make = (definition: ReadModelDefinition, state: Fold['state']): Fold => {
    const fold: Fold = { id: `${keyOf(definition)}/${++count}`, documents: new Map(), checkpoints: new Map(), state };
    folds.set(fold.id, { key: keyOf(definition), fold });
    return fold;
  };
  const liveOf = (definition: ReadModelDefinition): Fold | undefined =>
    [...folds.values()].find(({ key, fold }) => key === keyOf(definition) && fold.state === 'live')?.fold;

  return {
    documents: (definition) => {
      const found = [...(liveOf(definition)?.documents ?? [])];
      return Object.fromEntries(found.flatMap(([id, { document }]) => (document ? [[id, document]] : [])));
    },
    tamper: (definition, id, document) => {
      const documents = liveOf(definition)?.documents;
      documents?.set(id, { document, position: documents.get(id)?.position ?? '' });
    },
    generations: () => [...folds.values()].filter(({ fold }) => fold.state !== 'retired').map(({ fold }) => fold.id),
    reader: (definition) => ({
      get: async () => null,
      find: async () => ({ items: [], next: null }),
      facets: async () => ({}),
      checkpoint: async () => {
        const checkpoints = [...(liveOf(definition)?.checkpoints.values() ?? [])];
        return checkpoints.sort()[0] ?? null;
      },
    }),
    live: async <D extends Document>(definition: ReadModelDefinition) =>
      generation<D>(liveOf(definition) ?? make(definition, 'live')),
    begin: async <D extends Document>(definition: ReadModelDefinition) => generation<D>(make(definition, 'filling')),
    switchTo: async (definition, id) => {
      const next = folds.get(id)?.fold;
      if (!next || next.state === 'retired') throw gone(id);
      const former = liveOf(definition);
      if (former && former !== next) former.state = 'retired';
      next.state = 'live';
    },
    discard: async (_, id) => {
      if (folds.get(id)?.fold.state === 'live') throw new Error(`${id} is live`);
      folds.delete(id);
    },
    ping: async () => undefined,
    close: async () => undefined,
  };
}

function gone(id: string): Error {
  return Object.assign(new Error(`Generation ${id} is gone`), { name: 'GenerationGoneError' });
}

function generation<D extends Document>(fold: Fold): Generation<D> {
  const { documents, checkpoints } = fold;
  return {
    id: fold.id,
    load: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const found = documents.get(id);
          return found ? [[id, { position: found.position, document: copy(found.document) as D | null }]] : [];
        }),
      ),
    write: async (writes: readonly DocumentWrite<D>[], { partition, position }) => {
      if (fold.state === 'retired') throw gone(fold.id);
      for (const write of writes) {
        if (write.position > (documents.get(write.id)?.position ?? '')) {
          documents.set(write.id, { document: copy(write.document), position: write.position });
        }
      }
      if (position > (checkpoints.get(partition) ?? '')) checkpoints.set(partition, position);
    },
    checkpoint: async (partition) => checkpoints.get(partition) ?? null,
    scan: async function* () {
      for (const [id, { document, position }] of [...documents]) {
        if (document) yield { id, position, document: copy(document) as D };
      }
    },
    count: async () => [...documents.values()].filter(({ document }) => document).length,
  };
}

function copy(document: Document | null): Document | null {
  return JSON.parse(JSON.stringify(document)) as Document | null;
}
