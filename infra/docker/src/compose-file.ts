import { parse } from 'yaml';
import { interpolate } from './interpolate.js';

/** What the checks look at; the schema has seen to the shapes. */
export interface ComposeService {
  readonly image?: string;
  readonly build?: {
    readonly context: string;
    readonly dockerfile: string;
    readonly target?: string;
    readonly args?: Readonly<Record<string, string>>;
  };
  readonly profiles?: readonly string[];
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
  readonly networks?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: object;
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, unknown>>;
  readonly networks?: Readonly<Record<string, unknown>>;
}

/** The file with its variables filled in, as plain data, and the variables' names. @throws SyntaxError, YAMLParseError */
export function readCompose(text: string, env: Readonly<Record<string, string>>) {
  // Merge keys (<<) are not part of YAML 1.2, but of what compose reads.
  const document: unknown = parse(text, { merge: true, uniqueKeys: true });
  return interpolate(document, env);
}
