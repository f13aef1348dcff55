import { once } from 'node:events';
import { createServer } from 'node:net';

/** So many ports after the given one that nobody listens on, lowest first. */
export async function freePortsAfter(port: number, count: number): Promise<readonly number[]> {
  const ports: number[] = [];
  for (let candidate = port + 1; ports.length < count && candidate <= 65_535; candidate += 1) {
    if (await isFree(candidate)) ports.push(candidate);
  }
  return ports;
}

/** Whether nobody listens on the port, at whatever address of this machine. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen({ port, host: '0.0.0.0', exclusive: true });
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
