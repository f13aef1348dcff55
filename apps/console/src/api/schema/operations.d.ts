/* eslint-disable */
// Made from the services' OpenAPI by `npm run generate`. Do not edit.

export interface paths {
  '/api/operations/dead-letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Operations_deadLetters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/operations/dead-letters/{id}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['Operations_retry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/operations/read-models': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Operations_readModels'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/operations/read-models/{name}/rebuild': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['Operations_rebuild'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/operations/read-models/{name}/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['Operations_verify'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/operations/rebuilds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Operations_jobs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/operations/rebuilds/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Operations_job'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/operations/subscriptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['Operations_subscriptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    CommandAnswered: {
      /** Format: uuid */
      id: string;
      /** @description The revision after the command, also in the ETag. */
      revision: number;
    };
    DeadLetterAnswer: {
      /** Format: uuid */
      id: string;
      subscription: string;
      partition: number;
      /** @description Of a read model: which of its generations lacks the event. */
      generation?: string;
      stream: string;
      eventId: string;
      eventType: string;
      position: string;
      error: string;
      attempts: number;
      /** Format: date-time */
      failedAt: string;
    };
    DeadLettersAnswer: {
      items: components['schemas']['DeadLetterAnswer'][];
    };
    JobAnswer: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'rebuild' | 'verify';
      readModel: string;
      /** @enum {string} */
      state: 'waiting' | 'running' | 'done' | 'failed';
      /** Format: date-time */
      startedAt?: string;
      /** Format: date-time */
      finishedAt?: string;
      /** @description Events folded so far. */
      done: number;
      progress: number;
      /**
       * Format: date-time
       * @description While it runs: when it is done, if it goes on like this.
       */
      expectedAt?: string;
      /** @description Ids of documents that differ from a fresh fold; none: all is well. */
      differences?: string[];
      error?: string;
    };
    JobAsked: {
      /**
       * Format: uuid
       * @description Its progress: GET /api/operations/rebuilds/:id
       */
      jobId: string;
    };
    JobsAnswer: {
      items: components['schemas']['JobAnswer'][];
    };
    ProblemDocument: {
      /** @example urn:leadline:problem:lead.phases-incomplete */
      type: string;
      /** @example Conflict */
      title: string;
      /** @example 409 */
      status: number;
      /** @example lead.phases-incomplete */
      code: string;
      /** @description A sentence for people, in the caller's language. */
      detail: string;
      errors?: components['schemas']['ProblemFieldError'][];
    };
    ProblemFieldError: {
      /** @example customer.email */
      field: string;
      message: string;
      /** @example isEmail */
      code?: string;
    };
    ReadModelAnswer: {
      name: string;
      /** @description Of its shape; null where another process keeps it. */
      version: number | null;
      /** @description Null where another process keeps it. */
      documents: number | null;
    };
    ReadModelsAnswer: {
      items: components['schemas']['ReadModelAnswer'][];
    };
    SubscriptionAnswer: {
      name: string;
      /** @enum {string} */
      kind: 'readModel' | 'reaction' | 'publication' | 'consumption';
      partition: number;
      partitions: number;
      position: string | null;
      /** @description Events read but not dealt with, and 1 where more are known to be there. */
      lag: number;
      caughtUp: boolean;
      /** @description What its runner holds; a consumption has none, the bus shares its messages out. */
      lease?: string;
      /** @description The process that works it now. */
      holder: string | null;
      /** Format: date-time */
      leaseUntil: string | null;
      deadLetters: number;
      /** Format: date-time */
      reportedAt: string | null;
      /**
       * @description Why it is not worked, though a process holds it. aheadOfLog: the events were restored from a backup that is older than its checkpoint; leadline reset-checkpoints lets it go on.
       * @enum {string}
       */
      problem?: 'aheadOfLog';
    };
    SubscriptionsAnswer: {
      items: components['schemas']['SubscriptionAnswer'][];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  Operations_deadLetters: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeadLettersAnswer'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  Operations_retry: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandAnswered'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  Operations_readModels: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadModelsAnswer'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  Operations_rebuild: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobAsked'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  Operations_verify: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key again: the same answer, nothing twice. A command that changes nothing leaves no trace, not even of its key. */
        'Idempotency-Key'?: string;
        /** @description The revision that was seen, `"12"`; another one is a 412. */
        'If-Match'?: string;
      };
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: {
        headers: {
          /** @description The revision after the command. */
          ETag?: string;
          /** @description Send it with a query that must have seen this command. */
          'Leadline-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobAsked'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description A rule forbids it now; `code` names the rule. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The revision in If-Match is not the present one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too much was sent. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The content type is not understood. */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The idempotency key was used for something else. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description An engine cannot be reached, or a position was not seen in time; try again after Retry-After. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  Operations_jobs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobsAnswer'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  Operations_job: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobAnswer'];
        };
      };
      /** @description What was sent is not valid; `errors` names the fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description There is no such thing. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
  Operations_subscriptions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubscriptionsAnswer'];
        };
      };
      /** @description No valid token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description The role does not allow it. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
      /** @description Too many requests; try again after Retry-After. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDocument'];
        };
      };
    };
  };
}
