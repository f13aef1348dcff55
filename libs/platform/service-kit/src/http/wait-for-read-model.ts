import type { Engines } from '../service-definition.js';
import type { WaitForReadModel } from './hooks.js';

export function waitForReadModel(_engines: Engines): WaitForReadModel {
  return async () => true;
}
