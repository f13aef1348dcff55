import { inMemoryLedger } from './in-memory-ledger.js';
import { describeLedger } from '../ledger/contract.js';

describeLedger('memory, which specs of the loop stand on', async () => {
  const ledger = inMemoryLedger();
  return { ledger, other: ledger };
});
