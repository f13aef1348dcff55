import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ROUTE_SETTINGS } from './route-settings.js';

const INDEX = 'index.html';

/** What the build names after its content: it never changes under its name. */
const HASHED = 'assets/';

/** Where programs live: what is not there is a problem document, never a page. */
const NOT_PAGES = /^\/(?:api|health|metrics)(?:\/|$)/;

const FOR_EVER = 'public, max-age=31536000, immutable';
const AN_HOUR = 'public, max-age=3600';

/**
 * Serves the built console at `/`: its files, compressed ahead where `.br` or `.gz` lie beside them, and `index.html` for
 * every address that a browser opens, since the console has routes of its own. The files are those that are there when it
 * is called: no name out of a request ever becomes a path.
 * @param headers see `pageHeaders`
 * @throws Error where there is no console in the folder
 */
export async function serveConsole(
  fastify: FastifyInstance,
  folder: string,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const root = resolve(folder);
  const files = filesOf(root);
  if (!files.has(INDEX)) throw new Error(`There is no console in ${root}: build it with \`npm run build\``);
  const { default: fastifyStatic } = await import('@fastify/static');
  void fastify.register(fastifyStatic, { root, serve: false, preCompressed: true, cacheControl: false });

  const open = { config: { [ROUTE_SETTINGS]: { public: true } } };
  fastify.get('/*', open, (request, reply) => {
    const file = fileFor(request, files);
    // Not a page: answered as if there were no console.
    if (file === null) return reply.callNotFound();
    return send(reply, file, headers);
  });
}

function fileFor(request: FastifyRequest, files: ReadonlySet<string>): string | null {
  const path = pathOf(request);
  if (path === null || NOT_PAGES.test(path)) return null;
  const name = path.slice(1);
  if (name === '') return INDEX;
  if (files.has(name)) return name;
  // A file of an older build must not come as a page: the browser would take it for a script.
  const isPage = !name.startsWith(HASHED) && (request.headers.accept ?? '').includes('text/html');
  return isPage ? INDEX : null;
}

/** Without query, decoded; null where it cannot be. */
function pathOf({ url }: FastifyRequest): string | null {
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '');
  } catch {
    return null;
  }
}

function send(reply: FastifyReply, file: string, headers: Readonly<Record<string, string>>): FastifyReply {
  const isFresh = file === INDEX ? 'no-cache' : file.startsWith(HASHED) ? FOR_EVER : AN_HOUR;
  return reply.headers(headers).header('cache-control', isFresh).sendFile(file);
}

function filesOf(folder: string): ReadonlySet<string> {
  if (!existsSync(folder)) return new Set();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'));
  return new Set(names.filter((name) => !name.endsWith('.br') && !name.endsWith('.gz')));
}
