import type { CommandBus } from '@nestjs/cqrs';
import { sortText, type ReadModelStore } from '@leadline/engines/read-models';
import { derivedId, isDomainError, type Actor } from '@leadline/event-sourcing';
import { DEFAULT_SALES_PROCESS, SOURCES_ID } from '@leadline/leads-domain';
import { colleagueList, type ColleagueDocument } from '../read/colleague-list.js';
import { marketplaceList, type MarketplaceDocument } from '../read/marketplace-list.js';
import type { Rights } from '../rights/rights.js';
import { HandleMarketplace } from '../settings/marketplaces.http.js';
import type { Settings } from '../settings/settings.js';
import { HandleSources } from '../settings/sources.http.js';
import type { MetadataOf } from './import-tools.js';

/** Finds what a file names, and makes what is not there yet. Each name is looked up once per import. */
export interface ImportNames {
  /** The source of that name, made where there is none. */
  sourceId(name: string): Promise<string>;
  /** The marketplace of that name, made with the default process where there is none. */
  marketplaceId(name: string): Promise<string>;
  /** The active colleague with that address whom the importing user may give leads; null: there is none. */
  assigneeId(email: string): Promise<string | null>;
}

export interface ImportNamesOptions {
  readonly commands: Pick<CommandBus, 'execute'>;
  readonly readModels: Pick<ReadModelStore, 'reader'>;
  readonly settings: Settings;
  readonly rights: Pick<Rights, 'mayAssign'>;
  readonly importer: Actor;
  readonly metadata: MetadataOf;
}

/**
 * Names count as equal as they sort: case and accents make no difference. What is made has an id that follows from its
 * name, so that two imports at once make one, and a thing renamed since is found again by the name it came with.
 */
export function importNames({
  commands,
  readModels,
  settings,
  rights,
  importer,
  metadata,
}: ImportNamesOptions): ImportNames {
  async function findSource(key: string): Promise<string | undefined> {
    const { state } = await settings.sources.present();
    return state.find(({ name }) => sortText(name) === key)?.id;
  }

  async function sourceId(name: string): Promise<string> {
    const key = sortText(name);
    const known = await findSource(key);
    if (known !== undefined) return known;
    const id = derivedId(`leads source ${key}`);
    try {
      const command = { type: 'AddSource' as const, data: { sourceId: id, name }, metadata: metadata(`source ${key}`) };
      await commands.execute(new HandleSources(SOURCES_ID, command));
      return id;
    } catch (error) {
      // Somebody added it in the meantime.
      const other = isDomainError(error) && error.code === 'source.name-taken' ? await findSource(key) : undefined;
      if (other === undefined) throw error;
      return other;
    }
  }

  async function marketplaceId(name: string): Promise<string> {
    const key = sortText(name);
    const where = { all: { nameKey: key } };
    const { items } = await readModels.reader<MarketplaceDocument>(marketplaceList).find({ where, limit: 1 });
    if (items[0]) return items[0].id;
    const id = derivedId(`leads marketplace ${key}`);
    const data = {
      name,
      phases: DEFAULT_SALES_PROCESS.phases.map((phase) => ({ name: phase.name })),
      strictClose: true,
      earlyLost: false,
      acceptorIds: [],
      offerExpiresAfterMinutes: null,
      complaintDays: null,
    };
    const command = { type: 'CreateMarketplace' as const, data, metadata: metadata(`marketplace ${key}`) };
    await commands.execute(new HandleMarketplace(id, command));
    return id;
  }

  async function assigneeId(email: string): Promise<string | null> {
    const where = { all: { email: email.toLowerCase() } };
    const { items } = await readModels.reader<ColleagueDocument>(colleagueList).find({ where, limit: 10 });
    const id = items.find(({ active }) => active)?.id;
    return id !== undefined && (await rights.mayAssign(importer, undefined, id)) ? id : null;
  }

  return {
    sourceId: once(sourceId, sortText),
    marketplaceId: once(marketplaceId, sortText),
    assigneeId: once(assigneeId, (email) => email.toLowerCase()),
  };
}

/** Asks for each key once; whoever comes while the answer is under way gets the same one. */
function once<T>(ask: (text: string) => Promise<T>, keyOf: (text: string) => string): (text: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (text) => {
    const key = keyOf(text);
    const answer = answers.get(key) ?? ask(text);
    answers.set(key, answer);
    return answer;
  };
}
