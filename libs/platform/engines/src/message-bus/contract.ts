import { describe } from '@jest/globals';
import type { OpenedByChild } from '../contract-child.js';
import { consumingContract } from './contract-consuming.js';
import { crashContract } from './contract-crash.js';
import { offsetsContract } from './contract-offsets.js';
import { publishingContract } from './contract-publishing.js';
import type { MessageBus } from './port.js';

/**
 * What every message bus keeps. `open` opens the same bus each time, as a restarted process would; `byChild` tells how
 * another process opens it, to be killed there. Topics and groups have names of their own in every test.
 */
export function messageBusContract(name: string, open: () => Promise<MessageBus>, byChild: OpenedByChild): void {
  describe(`message bus: ${name}`, () => {
    publishingContract(open);
    consumingContract(open);
    offsetsContract(open);
    crashContract(open, byChild);
  });
}
