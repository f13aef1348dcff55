import { EventStoreDBClient } from '@eventstore/db-client';

export interface Connection {
  readonly client: EventStoreDBClient;
  /** For messages: without credentials and options. */
  readonly engine: string;
}

/**
 * Makes a client from a connection string; it connects when first used.
 *
 * Everything is said there: `esdb://user:password@host:2113?tls=true&tlsCAFile=/path`, several hosts separated by
 * commas, `esdb+discover://` for a cluster behind one name; `kurrentdb://` is the same.
 * In a cluster the leader is preferred unless the string says otherwise: a follower may not know yet what was appended.
 * @throws Error for a string that cannot be read
 */
export function connect(url: string): Connection {
  const asEsdb = url.trim().replace(/^kurrent(db)?(\+discover)?:/, 'esdb$2:');
  const [address = '', options] = asEsdb.split('?', 2);
  const isCluster = address.startsWith('esdb+discover:') || address.includes(',');
  const all = new URLSearchParams(options);
  const isSaid = [...all.keys()].some((key) => key.toLowerCase() === 'nodepreference');
  const preference = isCluster && !isSaid ? `${options ? '&' : '?'}nodePreference=leader` : '';
  return {
    client: EventStoreDBClient.connectionString(`${asEsdb}${preference}`),
    engine: `EventStoreDB at ${address.replace(/\/\/[^@/]*@/, '//')}`,
  };
}
