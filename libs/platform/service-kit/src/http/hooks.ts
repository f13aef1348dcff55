import type {
  FastifyInstance,
  onRequestHookHandler,
  preHandlerHookHandler,
  preSerializationHookHandler,
} from 'fastify';
import type { ReadModel } from '@leadline/subscriptions';
import { answerCommand, tagRevision } from '../commands/command-answer.js';
import { invalidInput, ProblemError } from '../problems/problem-error.js';
import { UNSTORABLE } from './body.js';
import { positionOf } from './request-headers.js';
import { settingsOf } from './routes.js';
import type { WaitForReadModel } from './wait-for-read-model.js';

const JSON_ONLY = ['application/json'];

/**
 * Gives each route what its settings ask for, as hooks of Fastify: they cost nothing where they are not needed, unlike an
 * interceptor around every call. Must be called before the first route is registered.
 */
export function shapeRoutes(fastify: FastifyInstance, waitForReadModel: WaitForReadModel): void {
  fastify.addHook('onRoute', (route) => {
    const { command, creates, readsFrom, bodyLimit, consumes = JSON_ONLY } = settingsOf(route);
    const methods = [route.method].flat();
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
    if (!methods.includes('GET')) {
      route.onRequest = [...[route.onRequest ?? []].flat(), takesOnly(consumes)];
    }
    // A part of what is there already has a revision to compare; only where no id is in the path, nothing has.
    if (creates === true && !route.url.includes('/:')) {
      route.preHandler = [hasNothingToMatch, ...[route.preHandler ?? []].flat()];
    }
    if (readsFrom) {
      route.preHandler = [waitsFor(readsFrom, waitForReadModel), ...[route.preHandler ?? []].flat()];
    }
    if (command === true) {
      route.preSerialization = [...[route.preSerialization ?? []].flat(), answersCommand];
    } else if (methods.includes('GET')) {
      route.preSerialization = [...[route.preSerialization ?? []].flat(), tagsRevision];
    }
  });
}

/** On every request, also those that lead nowhere. */
export function admit(headers: Readonly<Record<string, string>>): onRequestHookHandler {
  return (request, reply, done) => {
    void reply.headers(headers).header('x-correlation-id', request.id);
    done(request.url.includes('%00') ? UNSTORABLE : undefined);
  };
}

function takesOnly(types: readonly string[]): onRequestHookHandler {
  return (request, _reply, done) => {
    const coding = request.headers['content-encoding'];
    if (coding !== undefined && coding.trim().toLowerCase() !== 'identity') return done(ENCODED);
    const { 'content-type': contentType, 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    if (contentType === undefined && encoding === undefined && (length === undefined || length === '0')) return done();
    const mediaType = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
    if (types.includes(mediaType)) return done();
    const known = types.join(', ');
    done(
      new ProblemError(415, 'unsupported-media-type', {
        en: `This route takes ${known}.`,
        de: `Diese Route nimmt ${known}.`,
      }),
    );
  };
}

function waitsFor(readModel: ReadModel, waitForReadModel: WaitForReadModel): preHandlerHookHandler {
  return (request, _reply, done) => {
    const position = positionOf(request.headers);
    if (position === undefined) return done();
    waitForReadModel(readModel, position).then((seen) => done(seen ? undefined : NOT_SEEN_YET), done);
  };
}

const hasNothingToMatch: preHandlerHookHandler = (request, _reply, done) => {
  done(request.headers['if-match'] === undefined ? undefined : NOTHING_TO_MATCH);
};

const answersCommand: preSerializationHookHandler = (_request, reply, payload, done) => {
  done(null, answerCommand(payload, reply));
};

const tagsRevision: preSerializationHookHandler = (_request, reply, payload, done) => {
  tagRevision(payload, reply);
  done(null, payload);
};

/** RFC 9110 section 15.5.16: the header tells that it was the coding. What is small enough to be taken need not be compressed. */
const ENCODED = new ProblemError(
  415,
  'unsupported-content-encoding',
  {
    en: 'Compressed bodies are not taken here. Send it as it is.',
    de: 'Komprimierte Inhalte werden hier nicht angenommen. Bitte unkomprimiert senden.',
  },
  { headers: { 'accept-encoding': 'identity' } },
);

const NOTHING_TO_MATCH = invalidInput({
  field: 'If-Match',
  code: 'header',
  message: {
    en: 'has no meaning where something comes into being: it has no revision yet',
    de: 'hat keinen Sinn, wo etwas erst entsteht: Es hat noch keine Revision',
  },
});

const NOT_SEEN_YET = new ProblemError(
  503,
  'position-not-reached',
  {
    en: 'What you ask for does not include your last change yet. Try again in a moment.',
    de: 'Ihre letzte Änderung ist hier noch nicht angekommen. Bitte gleich noch einmal versuchen.',
  },
  { headers: { 'retry-after': '1' } },
);
