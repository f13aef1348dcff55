// Not from the package's index: the thread that works needs no server, and starts without one.
import { RouteConfig } from '@nestjs/platform-fastify/decorators/route-config.decorator.js';
import type { ReadModel } from '@leadline/subscriptions';

export type Role = 'agent' | 'supervisor' | 'administrator';

/** What the kit's hooks need to know of a route. Put there by decorators, read once at registration. */
export interface RouteSettings {
  /** Reachable without a token. */
  readonly public?: boolean;
  /** Who may; left out: anyone signed in. */
  readonly roles?: readonly Role[];
  /** Its answer is that of a command: ETag, Leadline-Position. */
  readonly command?: boolean;
  /** It makes something: where its path names nothing that is there, there is no revision to send along. */
  readonly creates?: boolean;
  /** Waits until this read model has seen the position in the request. */
  readonly readsFrom?: ReadModel;
  /** Bytes; overrides the general limit. */
  readonly bodyLimit?: number;
  /** Fields of the body that must leave no trace, not even as part of a hash. */
  readonly secrets?: readonly string[];
  /** Media types of the body that it takes. Default: JSON alone. */
  readonly consumes?: readonly string[];
}

/** Where the settings lie in a Fastify route's `config`. */
export const ROUTE_SETTINGS = 'leadline';

/** The settings of handlers so far: decorators add to them one by one. */
const collected = new WeakMap<object, RouteSettings>();

/** A decorator that adds to a route's settings; on a controller, to those of all its routes (the route's own win). */
export function routeSettings(settings: RouteSettings): MethodDecorator & ClassDecorator {
  return (target: object, _key?: string | symbol, descriptor?: PropertyDescriptor): void => {
    if (descriptor) {
      set(descriptor.value, (present) => ({ ...present, ...settings }));
      return;
    }
    const prototype: unknown = 'prototype' in target ? target.prototype : null;
    if (typeof prototype !== 'object' || prototype === null) return;
    const members: Record<string, TypedPropertyDescriptor<unknown>> = Object.getOwnPropertyDescriptors(prototype);
    for (const { value } of Object.values(members)) {
      if (typeof value !== 'function' || !Reflect.hasMetadata(PATH_METADATA, value)) continue;
      set(value, (present) => ({ ...settings, ...present }));
    }
  };
}

function set(handler: unknown, change: (present: RouteSettings) => RouteSettings): void {
  if (typeof handler !== 'function') return;
  const settings = change(collected.get(handler) ?? {});
  collected.set(handler, settings);
  RouteConfig({ [ROUTE_SETTINGS]: settings })({}, '', { value: handler });
}

/** Nest's mark on the methods that are routes. */
const PATH_METADATA = 'path';
