import { signIn, type ApiClient } from '../api-client.js';
import { startLeadline, until } from '../leadline-process.js';

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
  // All that may be logged is, so that journeys can look whether something is told there that should not be.
  if (url === undefined) return startLeadline({ env: { LOG_LEVEL: 'debug' } });
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

/** Of everybody that was added, to be looked for where it should not be. */
export const PASSWORDS = new Set<string>();

export interface NewPerson {
  readonly name: string;
  readonly role: 'agent' | 'supervisor' | 'administrator';
  readonly supervisorId?: string;
  readonly teamIds?: readonly string[];
  readonly language?: 'en' | 'de';
}

/** A lead that a journey begins with. Somebody new is known to the leads a moment later, so it is tried until they are. */
export async function addLead(api: ApiClient, lead: Readonly<Record<string, unknown>>): Promise<string> {
  let answer = await api.post('/api/leads', lead);
  await until(
    async () => {
      if (answer.status === 400) answer = await api.post('/api/leads', lead);
      return answer.status === 201;
    },
    15_000,
    () => `Adding a lead answered ${answer.status}: ${JSON.stringify(answer.body)}`,
  );
  return answer.body.id;
}

/** Somebody new, who may sign in. Addresses are never twice the same, so that journeys may share a product. */
export async function addPerson(administrator: ApiClient, person: NewPerson): Promise<Person> {
  const words = person.name.toLowerCase().match(/[a-z]+/g) ?? [];
  const email = `${words.join('.')}.${Date.now().toString(36)}@leadline.example`;
  const password = `A password of ${person.name}`;
  PASSWORDS.add(password);
  const { status, body } = await administrator.post('/api/identity/users', {
    language: 'en',
    ...person,
    email,
    password,
    timeZone: 'Europe/Berlin',
  });
  if (status !== 201) throw new Error(`Adding ${person.name} answered ${status}: ${JSON.stringify(body)}`);
  return { id: body.id, name: person.name, email, password };
}
