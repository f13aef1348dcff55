import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { contextFiles } from './context-files.js';
import {
  assignments,
  commandOf,
  copyOf,
  healthCommandOf,
  substituted,
  type Instruction,
  type Stage,
} from './dockerfile.js';
import { imageRoot, type ImageRoot, type Programs, type Surrounding } from './image-root.js';

/** A stage whose steps were done. */
export interface Image extends Surrounding {
  readonly root: ImageRoot;
  readonly command: readonly string[];
  readonly healthCommand: readonly string[];
}

export interface BuildOptions {
  readonly stages: readonly Stage[];
  /** The build context. */
  readonly context: string;
  readonly programs: Programs;
  readonly args: Readonly<Record<string, string>>;
  /** Finished stages, to be gone on from. */
  readonly images: Map<string, Image>;
  /** Done in place of a RUN; true: it need not run. */
  readonly instead?: (run: string, root: ImageRoot) => boolean;
  readonly say: (text: string) => void;
}

/** Does the steps of a stage, and of those it needs, in a folder, as a builder does them in a container. */
export async function buildStage(name: string, folder: string, options: BuildOptions): Promise<Image> {
  const stage = options.stages.find((each) => each.name === name);
  if (!stage) throw new Error(`There is no stage ${name}`);
  const base = options.images.get(stage.base);
  mkdirSync(dirname(folder), { recursive: true });
  // Hard links: files are replaced by the steps, never written over.
  if (base) execFileSync('cp', ['-al', base.root.folder, folder]);
  let image: Image = {
    root: imageRoot(folder, options.programs),
    env: base?.env ?? {},
    user: base?.user ?? 'root',
    workdir: base?.workdir ?? '/',
    command: base?.command ?? [],
    healthCommand: base?.healthCommand ?? [],
  };
  let args: Readonly<Record<string, string>> = {};
  for (const step of stage.instructions) {
    if (step.keyword === 'ARG') args = { ...args, ...argumentOf(step, options.args) };
    else image = await doStep(step, image, args, options);
  }
  options.images.set(name, image);
  return image;
}

function argumentOf({ text }: Instruction, given: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(assignments(text, {}).map(([name, fallback]) => [name, given[name] ?? fallback]));
}

async function doStep(
  { keyword, text, line }: Instruction,
  image: Image,
  args: Readonly<Record<string, string>>,
  options: BuildOptions,
): Promise<Image> {
  const variables = { ...args, ...image.env };
  switch (keyword) {
    case 'ENV':
      return { ...image, env: { ...image.env, ...Object.fromEntries(assignments(text, variables)) } };
    case 'USER':
      return { ...image, user: text };
    case 'WORKDIR':
      mkdirSync(inside(image, text), { recursive: true });
      return { ...image, workdir: resolve(image.workdir, text) };
    case 'COPY':
      copy(substituted(text, variables), image, options);
      return image;
    case 'RUN':
      options.say(`line ${line}: RUN ${substituted(text, variables)}`);
      if (options.instead?.(text, image.root) !== true)
        await image.root.run(commandOf(text), { ...image, env: variables });
      return image;
    case 'CMD':
      return { ...image, command: commandOf(text) };
    case 'HEALTHCHECK':
      return { ...image, healthCommand: healthCommandOf(text) };
    case 'EXPOSE':
      return image;
    default:
      throw new Error(`line ${line}: nobody does ${keyword} here`);
  }
}

function inside({ root, workdir }: Pick<Image, 'root' | 'workdir'>, path: string): string {
  return join(root.folder, resolve(workdir, path));
}

function copy(text: string, image: Image, { context, images }: BuildOptions): void {
  const { from, sources, target } = copyOf(text);
  const to = inside(image, target);
  if (from === null) {
    const files = contextFiles(context, readFileSync(join(context, '.dockerignore'), 'utf8'));
    for (const source of sources) copyFromContext(source, files, context, to, target);
    return;
  }
  const stage = images.get(from);
  if (!stage) throw new Error(`COPY --from=${from}: there is no such stage before it`);
  for (const source of sources) copyAll(join(stage.root.folder, source), to, target);
}

function copyFromContext(source: string, files: readonly string[], context: string, to: string, target: string): void {
  const below = source === '.' ? files : files.filter((file) => file === source || file.startsWith(`${source}/`));
  if (below.length === 0) throw new Error(`COPY ${source}: nothing of it is in the build context`);
  for (const file of below) {
    const relative = source === '.' ? file : file.slice(source.length + 1);
    const own = relative === '' ? (target.endsWith('/') ? join(to, basename(file)) : to) : join(to, relative);
    mkdirSync(dirname(own), { recursive: true });
    cpSync(join(context, file), own);
  }
}

/** Of a folder its content, as COPY does it. */
function copyAll(from: string, to: string, target: string): void {
  if (!existsSync(from)) throw new Error(`COPY ${from}: it is not there`);
  if (!statSync(from).isDirectory()) {
    const own = target.endsWith('/') ? join(to, basename(from)) : to;
    mkdirSync(dirname(own), { recursive: true });
    return cpSync(from, own);
  }
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) execFileSync('cp', ['-al', join(from, name), to]);
}
