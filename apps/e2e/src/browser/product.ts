import { signIn, type ApiClient } from '../api-client.js';
import { startLeadline } from '../leadline-process.js';

/** Leadline as a browser finds it: an address, and somebody who may do everything. */
export interface Product {
  readonly url: string;
  readonly administrator: { readonly email: string; readonly password: string };
  /** What may happen to it amid a journey: a process of it dies, say. */
  disturb?(): Promise<void>;
  /** All that it has printed, where it is ours. */
  output?(): string;
  dispose(): Promise<void>;
}

/**
 * The product that runs already where LEADLINE_URL is set (`npm run start:services`, say), with its administrator's
 * password in LEADLINE_ADMIN_PASSWORD; else one of our own, embedded.
 */
export async function openProduct(): Promise<Product> {
  const { LEADLINE_URL: url, LEADLINE_ADMIN_EMAIL: email, LEADLINE_ADMIN_PASSWORD: password } = process.env;
  if (url === undefined) return startLeadline();
  if (password === undefined) throw new Error('LEADLINE_URL is set, so LEADLINE_ADMIN_PASSWORD must be as well');
  const administrator = { email: email ?? 'admin@leadline.example', password };
  return { url, administrator, dispose: () => Promise.resolve() };
}

/** A client of the product's API, signed in. */
export function apiOf({ url, administrator }: Product, as = administrator): Promise<ApiClient> {
  return signIn({ url, administrator }, as);
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface NewPerson {
  readonly name: string;
  readonly role: 'agent' | 'supervisor' | 'administrator';
  readonly supervisorId?: string;
  readonly teamIds?: readonly string[];
}

/** Somebody new, who may sign in. Addresses are never twice the same, so that journeys may share a product. */
export async function addPerson(administrator: ApiClient, person: NewPerson): Promise<Person> {
  const email = `${person.name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${Date.now().toString(36)}@leadline.example`;
  const password = `A password of ${person.name}`;
  const { status, body } = await administrator.post('/api/identity/users', {
    ...person,
    email,
    password,
    language: 'en',
    timeZone: 'Europe/Berlin',
  });
  if (status !== 201) throw new Error(`Adding ${person.name} answered ${status}: ${JSON.stringify(body)}`);
  return { id: body.id, name: person.name, email, password };
}
