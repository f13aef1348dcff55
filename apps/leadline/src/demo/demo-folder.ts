import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '@leadline/service-kit';

/** The demo that a folder holds. */
export interface DemoPlan {
  readonly seed: string;
  /** The present, as the demo sees it: ISO 8601, UTC. The same for as long as the folder lives. */
  readonly now: string;
  /** Of everybody in it. */
  readonly password: string;
  /** All of it is there: from then on it belongs to whoever plays with it. */
  readonly finished: boolean;
}

/** The demo cannot be built there. The message says what to do. */
export class DemoFolderError extends Error {
  override readonly name = 'DemoFolderError';
}

/** One seed: everybody's demo is the same firm. */
const SEED = 'sonnwerk';

/**
 * Takes a folder for the demo: one that is empty, or that holds a demo already, finished or not.
 * @throws DemoFolderError where it holds anything else
 */
export function takeDemoFolder(folder: string, now: string, password: string | undefined): DemoPlan {
  const file = planFile(folder);
  if (existsSync(file)) return readPlan(file);
  if (existsSync(filesIn(folder).events)) {
    throw new DemoFolderError(
      `${folder} holds data that is not the demo's, and the demo must not be mixed into it. Set LEADLINE_DATA to another ` +
        'folder, or leave it out: then the demo is in ./data-demo.',
    );
  }
  const plan = { seed: SEED, now, password: password ?? randomBytes(9).toString('base64url'), finished: false };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writePlan(folder, plan);
  return plan;
}

/** From now on the folder is left as it is. */
export function finishDemo(folder: string, plan: DemoPlan): void {
  writePlan(folder, { ...plan, finished: true });
}

function writePlan(folder: string, plan: DemoPlan): void {
  const file = planFile(folder);
  writeFileSync(`${file}.new`, `${JSON.stringify(plan, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

function readPlan(file: string): DemoPlan {
  const plan: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isPlan(plan))
    throw new DemoFolderError(`${file} is no description of a demo. Delete its folder and start again.`);
  return plan;
}

function isPlan(plan: unknown): plan is DemoPlan {
  if (typeof plan !== 'object' || plan === null) return false;
  const fields = new Map<string, unknown>(Object.entries(plan));
  const areTexts = ['seed', 'now', 'password'].every((name) => typeof fields.get(name) === 'string');
  return areTexts && typeof fields.get('finished') === 'boolean';
}

function planFile(folder: string): string {
  return join(folder, 'demo.json');
}
