import autocannon from 'autocannon';

/** A request that is sent again and again. */
export interface LoadRequest {
  readonly path: string;
  readonly body: unknown;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** As the issue asks for. */
const CONNECTIONS = 50;

/**
 * POSTs from 50 connections, each with one request under way, for some seconds. The requests are dealt out to the
 * connections, so that no two of them send the same one at the same time.
 * @throws Error when any answer was not 2xx: a refusal is no command
 */
export async function load(
  url: string,
  authorization: string,
  requests: readonly LoadRequest[],
  seconds: number,
): Promise<LoadResult> {
  const headers = { authorization, 'content-type': 'application/json' };
  const prepared = requests.map(({ path, body }): autocannon.Request => {
    return { method: 'POST', path, headers, body: JSON.stringify(body) };
  });
  let clients = 0;
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    setupClient: (client) => {
      const offset = clients++;
      client.setRequests(prepared.filter((_, index) => index % CONNECTIONS === offset));
    },
  });
  const { non2xx, errors } = result;
  if (non2xx > 0 || errors > 0) throw new Error(`${non2xx} refusals and ${errors} errors of ${url}`);
  return {
    perSecond: result['2xx'] / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
  };
}
