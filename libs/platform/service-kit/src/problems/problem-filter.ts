import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { methodsAt } from '../http/routes.js';
import { languageOf } from './language.js';
import type { MessageDefinition } from './messages.js';
import { ProblemError } from './problem-error.js';
import { toProblem } from './to-problem.js';

/** The one place where an error becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly catalogue: ReadonlyMap<string, MessageDefinition>,
    private readonly logger: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Answers with the problem document of an error; logs it first where nobody foresaw it. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const language = languageOf(request);
    const cause = (request.is404 && wrongMethod(request)) || error;
    const { document, headers, unexpected } = toProblem(cause, language, this.catalogue);
    if (unexpected) {
      const where = { correlationId: request.id, method: request.method, route: request.routeOptions.url };
      this.logger.error({ ...where, err: error }, 'request failed unexpectedly');
    }
    if (reply.sent || reply.raw.headersSent) {
      // A stream broke half way: only a broken connection tells the reader that the rest is missing.
      reply.raw.destroy();
      return;
    }
    void reply
      .code(document.status)
      .headers(headers)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-language', language)
      .send(JSON.stringify(document));
  }
}

/** 405 with `Allow` where the path is known under another method. */
function wrongMethod(request: FastifyRequest): ProblemError | null {
  const allowed = methodsAt(request.server.leadlineRoutes, request.url.split('?', 1)[0] ?? '');
  if (allowed.length === 0 || allowed.includes(request.method)) return null;
  const list = allowed.join(', ');
  return new ProblemError(
    405,
    'method-not-allowed',
    { en: `Here it is ${list}.`, de: `Hier geht ${list}.` },
    { headers: { allow: list } },
  );
}
