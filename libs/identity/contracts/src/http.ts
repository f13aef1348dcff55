/** The shapes of the HTTP API, for the console and other clients in TypeScript. JSON throughout. */

export type Role = 'agent' | 'supervisor' | 'administrator';
export type Language = 'en' | 'de';

/** A user as administrators and supervisors see them. */
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
  readonly teamIds: readonly string[];
  readonly active: boolean;
  /** Has not set a password yet. */
  readonly invited: boolean;
}

/** A user as everyone signed in sees them. */
export type UserName = Pick<User, 'id' | 'name' | 'active'>;

/** The caller, as `me` and `sign-in` tell. */
export type Myself = Omit<User, 'revision' | 'active' | 'supervisorId' | 'invited'>;

/** Answer of `sign-in`, `refresh` and a change of one's own password; the refresh cookie comes with it. */
export interface SignedIn {
  readonly accessToken: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
  readonly user: Myself;
}

/** Answer of `confirm-password`. */
export interface Confirmed {
  readonly confirmation: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

/** By what one can sign in here. */
export interface SignInOptions {
  readonly password: boolean;
  readonly provider?: { readonly name: string };
}

/** Answer to an invitation. */
export interface Invited {
  readonly id: string;
  readonly revision: number;
  /** Shown once. */
  readonly invitationUrl?: string;
  /** ISO 8601, UTC. */
  readonly invitationExpiresAt?: string;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

export interface ApiKey {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  /** `leads:read`, `leads:write`, `leads:admin` … */
  readonly scopes: readonly string[];
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** ISO 8601, UTC; null: never. */
  readonly expiresAt: string | null;
  readonly revoked: boolean;
}

export interface CreatedApiKey {
  readonly id: string;
  readonly revision: number;
  /** Shown once. */
  readonly key?: string;
}
