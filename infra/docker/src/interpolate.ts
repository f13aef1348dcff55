/** What a variable of a compose file stands for, `${NAME:-default}`, as compose itself reads it. */
export interface Interpolated {
  readonly value: unknown;
  /** Every variable that was asked for. */
  readonly names: ReadonlySet<string>;
}

/** Fills in the variables of every string in a parsed compose file. @throws SyntaxError at what compose would refuse */
export function interpolate(document: unknown, env: Readonly<Record<string, string>>): Interpolated {
  const names = new Set<string>();
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return fillText(value, env, names);
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fill(each)]));
  };
  return { value: fill(document), names };
}

function fillText(text: string, env: Readonly<Record<string, string>>, names: Set<string>): string {
  let filled = '';
  for (let at = 0; at < text.length;) {
    if (text.startsWith('$$', at)) {
      filled += '$';
      at += 2;
    } else if (text.startsWith('${', at)) {
      const end = closing(text, at + 2);
      filled += valueOf(text.slice(at + 2, end), env, names);
      at = end + 1;
    } else if (text[at] === '$') {
      throw new SyntaxError(`A lonely $ in: ${text}`);
    } else {
      filled += text.charAt(at);
      at += 1;
    }
  }
  return filled;
}

/** Where the brace that was opened before `start` is closed: defaults may hold variables themselves. */
function closing(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at += 1) {
    if (text.startsWith('${', at)) depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new SyntaxError(`An open brace in: ${text}`);
}

function valueOf(expression: string, env: Readonly<Record<string, string>>, names: Set<string>): string {
  const [, name, operator = '', operand = ''] = /^([A-Za-z_]\w*)(?:(:?[-+?])(.*))?$/s.exec(expression) ?? [];
  if (name === undefined) throw new SyntaxError(`No variable: \${${expression}}`);
  names.add(name);
  const value = env[name];
  const isThere = value !== undefined && (value !== '' || !operator.startsWith(':'));
  switch (operator.at(-1)) {
    case '-':
      return isThere ? value : fillText(operand, env, names);
    case '+':
      return isThere ? fillText(operand, env, names) : '';
    case '?':
      if (!isThere) throw new SyntaxError(`${name} must be set: ${operand}`);
      return value;
    default:
      return value ?? '';
  }
}
