import { RouteConfig } from '@nestjs/platform-fastify';
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

const METADATA = Symbol('leadline.routeSettings');

/** A decorator that adds to a route's settings; on a controller, to those of all its routes (the route's own win). */
export function routeSettings(settings: RouteSettings): MethodDecorator & ClassDecorator {
  // The overloads of a decorator for both have no common implementation type.
  const decorator = (target: object, _key?: string | symbol, descriptor?: PropertyDescriptor): void => {
    if (descriptor) {
      apply(descriptor.value, settings, 'before');
      return;
    }
    const prototype: unknown = 'prototype' in target ? target.prototype : null;
    if (typeof prototype !== 'object' || prototype === null) return;
    for (const { value } of Object.values(Object.getOwnPropertyDescriptors(prototype))) {
      if (typeof value === 'function' && Reflect.hasMetadata('path', value)) apply(value, settings, 'after');
    }
  };
  return decorator;
}

function apply(handler: unknown, settings: RouteSettings, order: 'before' | 'after'): void {
  if (typeof handler !== 'function') return;
  const present: RouteSettings = Reflect.getOwnMetadata(METADATA, handler) ?? {};
  const merged = order === 'before' ? { ...present, ...settings } : { ...settings, ...present };
  Reflect.defineMetadata(METADATA, merged, handler);
  RouteConfig({ [ROUTE_SETTINGS]: merged })({}, '', { value: handler });
}
