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
  const asEsdb = esdbUrl(url);
  const [address = ''] = asEsdb.split('?', 1);
  return {
    client: EventStoreDBClient.connectionString(asEsdb),
    engine: `EventStoreDB at ${address.replace(/\/\/[^@/]*@/, '//')}`,
  };
}

/** The connection string as this client wants it. */
export function esdbUrl(url: string): string {
  const asEsdb = url.trim().replace(/^kurrent(?:db)?(\+discover)?:/, 'esdb$1:');
  const [address = '', options] = asEsdb.split('?', 2);
  const isCluster = address.startsWith('esdb+discover:') || address.includes(',');
  const isSaid = /(^|&)node_?preference=/i.test(options ?? '');
  return isCluster && !isSaid ? `${asEsdb}${options ? '&' : '?'}nodePreference=leader` : asEsdb;
}
