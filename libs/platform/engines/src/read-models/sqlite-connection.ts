import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { EngineUnavailableError } from '../errors.js';

export type { SQLInputValue, SQLOutputValue };
export type Parameters = readonly SQLInputValue[];

/** Distinct statements kept prepared: filters come in many shapes, but not in endless ones. */
const MAX_STATEMENTS = 400;

/** Primary result codes (sqlite.org/rescode.html) after which the same call may work: busy, locked, I/O, full, cannot open. */
const PASSING = new Set([5, 6, 10, 13, 14]);

/** One connection with its prepared statements. Everything is synchronous, so no two uses ever overlap. */
export interface Connection {
  rows(sql: string, parameters?: Parameters): readonly SQLOutputValue[][];
  row(sql: string, parameters?: Parameters): readonly SQLOutputValue[] | undefined;
  /** Answers the row id of the row inserted last. */
  run(sql: string, parameters?: Parameters): number;
  exec(sql: string): void;
  /** Everything that `work` reads is of one moment. */
  reading<T>(work: () => T): T;
  /** All that `work` writes, or nothing. */
  writing<T>(work: () => T): T;
  close(): void;
}

export function connect(file: string, mode: 'writer' | 'reader'): Connection {
  const database = available(file, () => new DatabaseSync(file, { readOnly: mode === 'reader', timeout: 5_000 }));
  const statements = new Map<string, StatementSync>();

  function statement(sql: string): StatementSync {
    const known = statements.get(sql);
    if (known) {
      statements.delete(sql);
      statements.set(sql, known);
      return known;
    }
    const prepared = database.prepare(sql);
    prepared.setReturnArrays(true);
    statements.set(sql, prepared);
    for (const oldest of statements.keys()) {
      if (statements.size <= MAX_STATEMENTS) break;
      statements.delete(oldest);
    }
    return prepared;
  }

  function transaction<T>(begin: string, work: () => T): T {
    return available(file, () => {
      statement(begin).run();
      try {
        const result = work();
        statement('commit').run();
        return result;
      } catch (error) {
        if (database.isTransaction) statement('rollback').run();
        throw error;
      }
    });
  }

  return {
    // setReturnArrays turns each row into an array, which the types of node:sqlite do not show.
    rows: (sql, parameters = []) => statement(sql).all(...parameters) as unknown as SQLOutputValue[][],
    row: (sql, parameters = []) => statement(sql).get(...parameters) as unknown as SQLOutputValue[] | undefined,
    run: (sql, parameters = []) => Number(statement(sql).run(...parameters).lastInsertRowid),
    exec: (sql) => database.exec(sql),
    reading: (work) => transaction('begin', work),
    writing: (work) => transaction('begin immediate', work),
    close: () => {
      statements.clear();
      database.close();
    },
  };
}

/** Lets what may pass appear as the engine being away. Inside Jest such an error is no `Error`, so it is told by its code. */
function available<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (PASSING.has(resultCode(error) & 0xff) || isClosed(error))
      throw new EngineUnavailableError(`SQLite file ${file}`, { cause: error });
    throw error;
  }
}

function isClosed(error: unknown): boolean {
  return error !== null && typeof error === 'object' && 'code' in error && error.code === 'ERR_INVALID_STATE';
}

function resultCode(error: unknown): number {
  if (error === null || typeof error !== 'object' || !('errcode' in error)) return 0;
  return typeof error.errcode === 'number' ? error.errcode : 0;
}

export function textOf(value: SQLOutputValue | undefined): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`SQLite gave ${typeof value} where a text is stored`);
}

export function numberOf(value: SQLOutputValue | undefined): number {
  if (typeof value === 'number') return value;
  throw new TypeError(`SQLite gave ${typeof value} where a number is stored`);
}
