import { applyDecorators } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import { routeSettings, type Role } from '../http/route-settings.js';

/** No token needed. Every other route is guarded. */
export function Public(): MethodDecorator & ClassDecorator {
  return applyDecorators(routeSettings({ public: true }), ApiSecurity({}));
}

/** Only callers with one of these roles; without it, anyone signed in. */
export function Roles(...roles: Role[]): MethodDecorator & ClassDecorator {
  return routeSettings({ roles });
}
