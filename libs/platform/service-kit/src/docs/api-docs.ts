import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance, onRequestHookHandler } from 'fastify';
import { ROUTE_SETTINGS } from '../http/route-settings.js';

/** What gets a document of its own. */
export interface Documented {
  readonly name: string;
  readonly module: Type<unknown>;
}

const DOCS = '/api/docs';

/**
 * The pages of `/api/docs` are public, and carry the headers of pages. Must be called before what guards routes.
 * @param headers see `pageHeaders`
 */
export function openDocs(fastify: FastifyInstance, headers: Readonly<Record<string, string>>): void {
  const isPage: onRequestHookHandler = (_request, reply, done) => {
    void reply.headers(headers);
    done();
  };
  fastify.addHook('onRoute', (route) => {
    if (route.url === DOCS || route.url.startsWith(`${DOCS}/`)) {
      route.config = { ...route.config, [ROUTE_SETTINGS]: { public: true } };
      route.onRequest = [...[route.onRequest ?? []].flat(), isPage];
    }
  });
}

/**
 * `GET /api/<service>/openapi.json` for each service, and all of them as pages under `/api/docs`. The documents are made
 * when they are first asked for. Nothing is loaded from elsewhere.
 * @param neighbours services behind the same address: the pages show their documents too, which they serve themselves
 */
export function serveDocs(
  app: NestFastifyApplication,
  documented: readonly Documented[],
  neighbours: readonly string[] = [],
): void {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  const open = { config: { [ROUTE_SETTINGS]: { public: true } } };
  const documents = documented.map(({ name, module }) => {
    let document: OpenAPIObject | undefined;
    const get = (): OpenAPIObject => (document ??= describe(app, name, module));
    const url = urlOf(name);
    fastify.get(url, open, (_request, reply) => reply.send(get()));
    return { name, get };
  });
  const [first] = documents;
  if (!first) return;
  const shown = new Set([...documents.map(({ name }) => name), ...neighbours]);
  SwaggerModule.setup(DOCS, app, first.get, {
    explorer: true,
    raw: false,
    customSiteTitle: 'Leadline API',
    swaggerOptions: { urls: [...shown].map((name) => ({ name, url: urlOf(name) })), persistAuthorization: true },
  });
}

function urlOf(name: string): string {
  return `/api/${name}/openapi.json`;
}

function describe(app: NestFastifyApplication, name: string, module: Type<unknown>): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle(`Leadline: ${name}`)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    include: [module],
    deepScanRoutes: true,
    operationIdFactory: (controller, method) => `${controller.replace(/(Route|Controller)$/, '')}_${method}`,
  });
  forgetIfMatch(document);
  return document;
}

/** Where something comes into being there is no revision to match: such a request is refused, so it is not offered. */
function forgetIfMatch({ paths }: OpenAPIObject): void {
  for (const [path, { post }] of Object.entries(paths)) {
    if (!post?.parameters || path.includes('{') || !('201' in post.responses)) continue;
    post.parameters = post.parameters.filter((parameter) => !('name' in parameter && parameter.name === 'If-Match'));
  }
}
