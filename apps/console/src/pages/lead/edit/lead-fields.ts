import type { Address, CustomerBody } from '../../../api/types.js';
import type { LeadField } from './save-field.js';

/** What is typed as one line or several; empty where there is nothing. */
export type TextField = LeadField<string>;

const isSameText = (a: string, b: string): boolean => a.trim() === b.trim();
const textOrNull = (text: string): string | null => text.trim() || null;

export const SUBJECT: TextField = {
  read: ({ subject }) => subject,
  isSame: isSameText,
  patch: (subject) => ({ subject: subject.trim() }),
};

export const NOTE: TextField = {
  read: ({ note = '' }) => note,
  isSame: isSameText,
  patch: (note) => ({ note: textOrNull(note) }),
};

/** The parts of a customer that are a text each. */
export type CustomerText = 'salutation' | 'givenName' | 'familyName' | 'organisation' | 'email';

export function customerText(name: CustomerText): TextField {
  return {
    read: ({ customer }) => customer[name] ?? '',
    isSame: isSameText,
    patch: (value) => ({ customer: { [name]: textOrNull(value) } }),
  };
}

/** An id to choose; null where none is. */
export const SOURCE: LeadField<string | null> = {
  read: ({ sourceId }) => sourceId ?? null,
  isSame: (a, b) => a === b,
  patch: (sourceId) => ({ sourceId }),
};

export const MARKETPLACE: LeadField<string | null> = {
  read: ({ marketplaceId }) => marketplaceId ?? null,
  isSame: (a, b) => a === b,
  patch: (marketplaceId) => ({ marketplaceId }),
};

export type AddressText = Readonly<Required<Address>>;

const ADDRESS_PARTS = ['street', 'postalCode', 'city', 'region', 'countryCode'] as const;
export const NO_ADDRESS: AddressText = { street: '', postalCode: '', city: '', region: '', countryCode: '' };

/** Part by part, so that two who correct different parts do not overwrite each other. */
export const ADDRESS: LeadField<AddressText> = {
  read: ({ customer }) => ({ ...NO_ADDRESS, ...customer.address }),
  isSame: (a, b) => ADDRESS_PARTS.every((part) => isSameText(a[part], b[part])),
  patch: (value, base) => ({ customer: { address: addressPatch(value, base) } }),
};

function addressPatch(value: AddressText, base: AddressText): CustomerBody['address'] {
  const changed = ADDRESS_PARTS.filter((part) => !isSameText(value[part], base[part]));
  return Object.fromEntries(changed.map((part) => [part, textOrNull(value[part])]));
}

/** A number as it is typed, and what it reaches. */
export interface PhoneText {
  readonly kind: 'work' | 'mobile' | 'home' | 'fax';
  readonly number: string;
}

export const PHONES: LeadField<readonly PhoneText[]> = {
  read: ({ customer }) => (customer.phones ?? []).map(({ kind, typed }) => ({ kind, number: typed })),
  isSame: (a, b) => JSON.stringify(written(a)) === JSON.stringify(written(b)),
  patch: (phones) => ({ customer: { phones: phonesOf(phones) } }),
};

/** What is sent of phones: lines left empty are none. */
export function phonesOf(phones: readonly PhoneText[]): CustomerBody['phones'] {
  const kept = written(phones);
  return kept.length > 0 ? kept : null;
}

function written(phones: readonly PhoneText[]): PhoneText[] {
  return phones.map(({ kind, number }) => ({ kind, number: number.trim() })).filter(({ number }) => number !== '');
}

/** The name of a field as the history tells it. */
export function historyField(patch: Readonly<Record<string, unknown>>): string {
  const [name = ''] = Object.keys(patch);
  const value = patch[name];
  return isPatch(value) ? `${name}.${historyField(value)}` : name;
}

function isPatch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
