export { describeLedger } from './ledger/contract.js';
