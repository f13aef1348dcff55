import type { ImportReason, Interest, Money } from '@leadline/leads-domain';
import type { ImportField } from '@leadline/leads-contracts/import-fields';
import { quoted, wrongValue } from './import-problem.js';
import { decimalsOfCurrency, readCurrency, readMoney, splitPrice } from './money.js';
import { decimalsOf, readNumber } from './numbers.js';
import type { Cells } from './read-record.js';

const DEFAULT_CURRENCY = 'EUR';
const MAX_INTERESTS = 200;
const MAX_DESCRIPTION = 1_000;
const MAX_INTEGER_DIGITS = 12;
const MAX_DECIMALS = 6;

/**
 * What somebody is interested in. A cell with a quantity or a price beside it is one interest; without, it may hold
 * several, by line breaks or semicolons. A quantity or price of nothing is kept elsewhere.
 */
export function readInterests(
  cell: Cells,
  keep: (field: ImportField) => void,
  reasons: ImportReason[],
): readonly Interest[] {
  const text = cell('interest');
  const quantity = readQuantity(cell, reasons);
  const unitPrice = readPrice(cell, reasons);
  if (text === '') {
    if (quantity !== undefined) keep('quantity');
    if (unitPrice !== undefined) {
      keep('unitPrice');
      keep('currency');
    }
    return [];
  }
  const isOne = quantity !== undefined || unitPrice !== undefined;
  const descriptions = (isOne ? [text] : text.split(/[;\n\r]/)).map((part) => part.trim()).filter(Boolean);
  checkDescriptions(descriptions, reasons);
  return descriptions.map((description) => ({
    description,
    quantity: quantity ?? '1',
    ...(unitPrice ? { unitPrice } : {}),
  }));
}

function checkDescriptions(descriptions: readonly string[], reasons: ImportReason[]): void {
  if (descriptions.length > MAX_INTERESTS) {
    const params = { count: descriptions.length, most: MAX_INTERESTS };
    reasons.push({ code: 'lead-import.too-many-interests', field: 'interest', params });
  }
  const long = descriptions.find(({ length }) => length > MAX_DESCRIPTION);
  if (long === undefined) return;
  reasons.push(
    wrongValue('lead-import.text-too-long', 'interest', long, { length: long.length, most: MAX_DESCRIPTION }),
  );
}

function readQuantity(cell: Cells, reasons: ImportReason[]): string | undefined {
  const text = cell('quantity');
  if (text === '') return undefined;
  const readings = readNumber(text);
  const [quantity, other] = readings;
  if (quantity === undefined) {
    const isNegative = /^[-−]/.test(text) && readNumber(text.slice(1)).length > 0;
    reasons.push(
      wrongValue(isNegative ? 'lead-import.number-negative' : 'lead-import.quantity-unreadable', 'quantity', text),
    );
  } else if (other !== undefined) {
    reasons.push(wrongValue('lead-import.quantity-ambiguous', 'quantity', text, { one: quantity, other }));
  } else if (quantity.split('.', 1).join().length > MAX_INTEGER_DIGITS || decimalsOf(quantity) > MAX_DECIMALS) {
    reasons.push(wrongValue('lead-import.number-too-long', 'quantity', text));
  }
  return quantity;
}

/** The price in the currency of its column, else the one it names itself, else euros. */
function readPrice(cell: Cells, reasons: ImportReason[]): Money | undefined {
  const [text, code] = [cell('unitPrice'), cell('currency')];
  const stated = code === '' ? undefined : readCurrency(code);
  if (stated === null) reasons.push(wrongValue('lead-import.currency-unknown', 'currency', code));
  if (text === '') return undefined;
  const { number, currency: named } = splitPrice(text);
  if (stated && named !== undefined && named !== stated) {
    reasons.push(wrongValue('lead-import.currency-contradicts', 'unitPrice', text, { currency: stated }));
    return undefined;
  }
  const currency = stated ?? named ?? DEFAULT_CURRENCY;
  const read = readMoney(number, currency);
  if (!('problem' in read)) return read;
  const [one = '', other = ''] = read.readings;
  const value = quoted(text);
  switch (read.problem) {
    case 'unreadable':
      reasons.push({ code: 'lead-import.price-unreadable', field: 'unitPrice', params: { value } });
      break;
    case 'negative':
      reasons.push({ code: 'lead-import.number-negative', field: 'unitPrice', params: { value } });
      break;
    case 'too-long':
      reasons.push({ code: 'lead-import.number-too-long', field: 'unitPrice', params: { value } });
      break;
    case 'ambiguous':
      reasons.push({ code: 'lead-import.price-ambiguous', field: 'unitPrice', params: { value, one, other } });
      break;
    case 'too-precise': {
      const params = { value, currency, decimals: decimalsOfCurrency(currency) };
      reasons.push({ code: 'lead-import.price-too-precise', field: 'unitPrice', params });
      break;
    }
    default:
      return read.problem satisfies never;
  }
  return undefined;
}
