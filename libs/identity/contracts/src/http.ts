/** The shapes of the HTTP API, for the console and other clients in TypeScript. JSON throughout. */

export type Role = 'agent' | 'supervisor' | 'administrator';
export type Language = 'en' | 'de';

/** A user as administrators see them. */
export interface User {
  readonly id: string;
  readonly revision: number;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
  readonly supervisorId?: string | undefined;
  readonly active: boolean;
}

/** A user as everyone signed in sees them. */
export type UserName = Pick<User, 'id' | 'name' | 'active'>;

/** The caller, as `me` and `sign-in` tell. */
export type Myself = Omit<User, 'revision' | 'active' | 'supervisorId'>;

export interface SignedIn {
  readonly accessToken: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
  readonly user: Myself;
}
