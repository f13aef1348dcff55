import { GenerationGoneError } from './port.js';
import type { ModelPlan } from './model-plan.js';
import { type Connection, numberOf, textOf } from './sqlite-connection.js';

/** `filling`: without indexes yet; `live`: what queries see; `retired`: replaced, dropped after a while. */
export type GenerationState = 'filling' | 'live' | 'retired';

export interface LiveGeneration {
  readonly id: string;
  /** Changes whenever the planner's statistics were taken anew, of this generation or another. */
  readonly statistics: number;
}

const SCHEMA = `
  create table if not exists generations (
    number integer primary key autoincrement, model text not null, version integer not null,
    id text generated always as (model || '_' || number) stored unique,
    state text not null, since integer not null, analysed integer not null default 0
  );
  create unique index if not exists one_live on generations (model, version) where state = 'live';
  create table if not exists checkpoints (
    generation text, partition integer, position text not null, primary key (generation, partition)
  ) without rowid;`;

export function prepareRegistry(connection: Connection): void {
  connection.exec(SCHEMA);
}

export function registryExists(connection: Connection): boolean {
  return connection.row(`select 1 from sqlite_schema where name = 'checkpoints'`) !== undefined;
}

export function liveGeneration(connection: Connection, { name, version }: ModelPlan): LiveGeneration | null {
  const row = connection.row(
    `select id, (select sum(analysed) from generations) from generations
     where model = ? and version = ? and state = 'live'`,
    [name, version],
  );
  return row ? { id: textOf(row[0]), statistics: numberOf(row[1]) } : null;
}

export function registerGeneration(
  connection: Connection,
  { name, version }: ModelPlan,
  state: GenerationState,
  nowMs: number,
): string {
  const number = connection.run('insert into generations (model, version, state, since) values (?, ?, ?, ?)', [
    name,
    version,
    state,
    nowMs,
  ]);
  return textOf(connection.row('select id from generations where number = ?', [number])?.[0]);
}

/** @throws GenerationGoneError */
export function stateOf(connection: Connection, id: string): GenerationState {
  const state = connection.row('select state from generations where id = ?', [id])?.[0];
  if (state === 'filling' || state === 'live' || state === 'retired') return state;
  throw new GenerationGoneError(id);
}

/** Whether a generation is there, and is one of this definition. */
export function isOf(connection: Connection, { name, version }: ModelPlan, id: string): boolean {
  const sql = 'select 1 from generations where id = ? and model = ? and version = ?';
  return connection.row(sql, [id, name, version]) !== undefined;
}

export function setState(connection: Connection, id: string, state: GenerationState, nowMs: number): void {
  connection.run('update generations set state = ?, since = ? where id = ?', [state, nowMs, id]);
}

export function setAnalysed(connection: Connection, id: string, rows: number): void {
  connection.run('update generations set analysed = ? where id = ?', [rows, id]);
}

/** Live generations of earlier versions: nobody asks for them any more, since one process owns the file. */
export function retireEarlierVersions(connection: Connection, { name, version }: ModelPlan, nowMs: number): void {
  connection.run(
    `update generations set state = 'retired', since = ? where model = ? and version < ? and state <> 'retired'`,
    [nowMs, name, version],
  );
}

/** Those retired before an instant; with `orphans` also those that were being filled when the process ended. */
export function expiredGenerations(
  connection: Connection,
  retiredUntilMs: number,
  orphans: boolean,
): readonly string[] {
  return connection
    .rows(`select id from generations where (state = 'retired' and since <= ?) or (state = 'filling' and ?)`, [
      retiredUntilMs,
      orphans ? 1 : 0,
    ])
    .map(([id]) => textOf(id));
}

export function isAnyRetired(connection: Connection): boolean {
  return connection.row(`select 1 from generations where state = 'retired' limit 1`) !== undefined;
}

export function forgetGeneration(connection: Connection, id: string): void {
  connection.run('delete from checkpoints where generation = ?', [id]);
  connection.run('delete from generations where id = ?', [id]);
}

export function checkpointOf(connection: Connection, id: string, partition?: number): string | null {
  const row =
    partition === undefined
      ? connection.row('select min(position) from checkpoints where generation = ?', [id])
      : connection.row('select position from checkpoints where generation = ? and partition = ?', [id, partition]);
  return typeof row?.[0] === 'string' ? row[0] : null;
}

export function saveCheckpoint(connection: Connection, id: string, partition: number, position: string): void {
  connection.run(
    `insert into checkpoints (generation, partition, position) values (?, ?, ?)
     on conflict do update set position = excluded.position where excluded.position > position`,
    [id, partition, position],
  );
}
