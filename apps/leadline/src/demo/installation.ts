import type { Caller } from '@leadline/service-kit';
import { closingReasons, marketplaces, people, sources, teams, type Person } from './company.js';
import { DemoRefusal, itemsIn, textIn, type Answer, type DemoApi, type DemoRequest } from './demo-api.js';
import { untilThere } from './until-there.js';
import { MINUTE_MS } from './working-time.js';

export interface DemoMarketplace {
  readonly id: string;
  readonly phases: readonly string[];
  readonly earlyLost: boolean;
}

export interface DemoReason {
  readonly id: string;
  /** In English, where it came with Leadline. */
  readonly name: string;
}

/** The firm as it is set up: what the stories of its leads refer to. */
export interface Installation {
  /** By the part of their address before the @. */
  readonly callers: ReadonlyMap<string, Caller>;
  /** What sends the requests of the website and of the portals. */
  readonly website: Caller;
  readonly sourceIds: ReadonlyMap<string, string>;
  readonly marketplaces: ReadonlyMap<string, DemoMarketplace>;
  /** Closing reasons of what was a request. */
  readonly reasons: { readonly won: readonly DemoReason[]; readonly lost: readonly DemoReason[] };
}

export const MAIL_DOMAIN = 'leadline.example';

/** Sets the firm up as its administrator would, long before the first lead. */
export async function setUp(
  api: DemoApi,
  administrator: Caller,
  password: string,
  startMs: number,
): Promise<Installation> {
  let atMs = startMs;
  const send = (request: Pick<DemoRequest, 'method' | 'path' | 'body'>, key?: string): Promise<Answer> => {
    atMs += MINUTE_MS;
    return api.send({
      ...request,
      atMs,
      as: administrator,
      ...(key === undefined ? {} : { key: `demo/${encodeURIComponent(key)}` }),
    });
  };
  const create = async (path: string, body: object, key: string): Promise<string> =>
    textIn(await send({ method: 'POST', path, body }, key), 'id');

  const teamIds = new Map<string, string>();
  for (const { key, name } of teams) teamIds.set(key, await create('/api/identity/teams', { name }, `team/${key}`));

  const callers = new Map<string, Caller>();
  for (const person of people) {
    const { key, name, role, language, timeZone } = person;
    const id = await create('/api/identity/users', { ...userBody(person, teamIds, callers), password }, `user/${key}`);
    callers.set(key, { actor: { kind: 'user', id, name }, role, language, timeZone });
  }

  const sourceIds = new Map<string, string>();
  for (const name of sources) sourceIds.set(name, await create('/api/leads/sources', { name }, `source/${name}`));
  for (const { outcome, name } of closingReasons) {
    await create('/api/leads/closing-reasons', { outcome, name }, `closing-reason/${name}`);
  }
  const known = new Map<string, DemoMarketplace>();
  for (const { name, phases, earlyLost, team } of marketplaces) {
    const acceptorIds = people
      .filter((person) => team === 'all' || person.team === team)
      .flatMap(({ key }) => callers.get(key)?.actor.id ?? []);
    const body = { name, earlyLost, acceptorIds, phases: phases.map((phase) => ({ name: phase })) };
    const id = await onceColleaguesAreKnown(() => create('/api/leads/marketplaces', body, `marketplace/${name}`));
    known.set(name, { id, phases, earlyLost });
  }
  // Their names come in the caller's language.
  const reader: Caller = { ...administrator, language: 'en' };
  const reasons = itemsIn(await api.send({ atMs, as: reader, method: 'GET', path: '/api/leads/closing-reasons' }));
  const key = await send(
    { method: 'POST', path: '/api/identity/api-keys', body: { name: 'Website & Portale', scopes: ['leads:write'] } },
    'api-key/website',
  );
  return {
    callers,
    website: {
      actor: { kind: 'apiKey', id: textIn(key, 'id'), name: 'Website & Portale' },
      role: 'administrator',
      language: 'de',
      timeZone: 'Europe/Berlin',
      scopes: ['leads:write'],
    },
    sourceIds,
    marketplaces: known,
    reasons: { won: reasonsOf('won', reasons), lost: reasonsOf('lost', reasons) },
  };
}

function userBody(
  { key, name, role, language, timeZone, team, supervisor }: Person,
  teamIds: ReadonlyMap<string, string>,
  callers: ReadonlyMap<string, Caller>,
): object {
  const supervisorId = supervisor === undefined ? undefined : callers.get(supervisor)?.actor.id;
  return {
    email: `${key}@${MAIL_DOMAIN}`,
    name,
    role,
    language,
    timeZone,
    teamIds: [teamIds.get(team)],
    ...(supervisorId === undefined ? {} : { supervisorId }),
  };
}

/** Leads learns of users by their public events, a moment later; until then it takes nobody for an acceptor. */
function onceColleaguesAreKnown(command: () => Promise<string>): Promise<string> {
  return untilThere<string>(async () => {
    try {
      return await command();
    } catch (error) {
      if (error instanceof DemoRefusal && error.status === 400) return error;
      throw error;
    }
  });
}

function reasonsOf(outcome: string, reasons: readonly Answer[]): DemoReason[] {
  return reasons
    .filter((reason) => reason['outcome'] === outcome && reason['name'] !== 'Not a real request')
    .map((reason) => ({ id: textIn(reason, 'id'), name: textIn(reason, 'name') }));
}
