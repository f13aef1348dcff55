/** One instruction, its continuation lines joined. */
export interface Instruction {
  readonly keyword: string;
  readonly text: string;
  readonly line: number;
}

export interface Stage {
  readonly name: string;
  /** An image, or the name of an earlier stage. */
  readonly base: string;
  readonly instructions: readonly Instruction[];
}

const KEYWORDS = ['ARG', 'CMD', 'COPY', 'ENV', 'EXPOSE', 'HEALTHCHECK', 'RUN', 'USER', 'WORKDIR'];

/** The stages of a Dockerfile, as far as ours go. @throws SyntaxError at what is not known */
export function parseDockerfile(text: string): readonly Stage[] {
  const stages: { name: string; base: string; instructions: Instruction[] }[] = [];
  for (const instruction of instructionsIn(text)) {
    const { keyword, line } = instruction;
    if (keyword === 'FROM') {
      const [, base, name] = /^(\S+)(?: AS (\S+))?$/.exec(instruction.text) ?? [];
      if (base === undefined) throw new SyntaxError(`line ${line}: FROM image [AS name]`);
      stages.push({ base, name: name ?? String(stages.length), instructions: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (!stage) throw new SyntaxError(`line ${line}: ${keyword} before the first FROM`);
    if (!KEYWORDS.includes(keyword)) throw new SyntaxError(`line ${line}: ${keyword} is not known here`);
    stage.instructions.push(instruction);
  }
  return stages;
}

function* instructionsIn(text: string): Generator<Instruction> {
  let pending: { text: string; line: number } | null = null;
  for (const [index, raw] of text.split('\n').entries()) {
    if (/^\s*(#|$)/.test(raw)) continue;
    const joined: string = pending ? `${pending.text}${raw.trimStart()}` : raw;
    const line: number = pending?.line ?? index + 1;
    if (joined.endsWith('\\')) {
      pending = { text: joined.slice(0, -1), line };
      continue;
    }
    pending = null;
    const [, keyword = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(joined) ?? [];
    yield { keyword: keyword.toUpperCase(), text: rest.trim(), line };
  }
}

/** The words of `ENV A=1 B="two words"` or `ARG A=1`, variables in them filled in. */
export function assignments(text: string, variables: Readonly<Record<string, string>>): [string, string][] {
  const words = text.matchAll(/([A-Za-z_]\w*)(?:=("(?:[^"\\]|\\.)*"|\S*))?/g);
  return [...words].map(([, name = '', value = '']) => [name, substituted(value.replace(/^"(.*)"$/, '$1'), variables)]);
}

/** `$NAME` and `${NAME}`; what is not set is empty. */
export function substituted(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replaceAll(
    /\$(?:\{(\w+)\}|(\w+))/g,
    (_, braced?: string, plain?: string) => variables[braced ?? plain ?? ''] ?? '',
  );
}

/** The words of an exec form, `["node", "main.js"]`. A shell form becomes one of `sh`. */
export function commandOf(text: string): readonly string[] {
  if (!text.startsWith('[')) return ['sh', '-c', text];
  const words: unknown = JSON.parse(text);
  if (!Array.isArray(words)) throw new SyntaxError(`No list of words: ${text}`);
  return words.map(String);
}

/** The command of `HEALTHCHECK --interval=10s … CMD …`. */
export function healthCommandOf(text: string): readonly string[] {
  return commandOf(text.replace(/^(--\S+\s+)*CMD\s+/, ''));
}

export interface Copy {
  /** A stage; null: the build context. */
  readonly from: string | null;
  readonly sources: readonly string[];
  readonly target: string;
}

export function copyOf(text: string): Copy {
  const words = text.split(/\s+/);
  const flags = words.filter((word) => word.startsWith('--'));
  const paths = words.filter((word) => !word.startsWith('--'));
  const strange = flags.filter((flag) => !/^--(from|chown)=/.test(flag));
  const target = paths.pop();
  if (target === undefined || paths.length === 0 || strange.length > 0) throw new SyntaxError(`COPY ${text}`);
  return {
    from: flags.find((flag) => flag.startsWith('--from='))?.slice('--from='.length) ?? null,
    sources: paths,
    target,
  };
}
