import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timed } from './progress.js';

/** A piece of the set-up, done once per cache folder and `inputs`. */
export interface Step {
  readonly name: string;
  /** What the result is made from (a pom's text, a package list): a change does the step again. */
  readonly inputs: string;
  readonly title: string;
  /** Must clear away what a broken-off try has left. Its commands' output goes to `logFile`. */
  readonly work: (logFile: string) => Promise<void>;
}

/** Whether the step was completed, for the same inputs. */
export function isDone(cacheFolder: string, step: Pick<Step, 'name' | 'inputs'>): boolean {
  const file = marker(cacheFolder, step);
  return existsSync(file) && readFileSync(file, 'utf8') === digest(step);
}

/** Does the step unless it is done. The marker is written last, so a step broken off is done again. */
export async function ensure(cacheFolder: string, step: Step): Promise<void> {
  if (isDone(cacheFolder, step)) return;
  for (const folder of ['steps', 'logs']) mkdirSync(join(cacheFolder, folder), { recursive: true });
  const logFile = join(cacheFolder, 'logs', `${step.name}.log`);
  rmSync(marker(cacheFolder, step), { force: true });
  rmSync(logFile, { force: true });
  await timed(step.title, () => step.work(logFile));
  writeFileSync(marker(cacheFolder, step), digest(step));
}

function marker(cacheFolder: string, { name }: Pick<Step, 'name'>): string {
  return join(cacheFolder, 'steps', name);
}

function digest({ inputs }: Pick<Step, 'inputs'>): string {
  return createHash('sha256').update(inputs).digest('hex');
}
