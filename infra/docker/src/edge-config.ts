import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ComposeFile } from './compose-file.js';
import { assignments, type Stage } from './dockerfile.js';
import { repository } from './repository.js';

/** What the nginx image makes of a template, by `envsubst`. */
export function fillIn(template: string, variables: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\$\{(EDGE_[A-Z_]+)\}/g, (placeholder, name: string) => variables[name] ?? placeholder);
}

/** All that the ENV lines of a stage set. */
export function environmentOf({ instructions }: Stage): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  for (const { keyword, text } of instructions) {
    if (keyword === 'ENV') Object.assign(variables, Object.fromEntries(assignments(text, variables)));
  }
  return variables;
}

/** What is wrong with the edge's configuration, as its image and the compose file fill it in. */
export function edgeProblems(stage: Stage, file: ComposeFile): readonly string[] {
  const template = readFileSync(join(repository, 'infra/edge/nginx.conf.template'), 'utf8');
  const variables = { ...environmentOf(stage), ...withoutNull(file.services['edge']?.environment) };
  const filled = fillIn(template, variables);
  const open = [...filled.matchAll(/\$\{(EDGE_[A-Z_]+)\}/g)].map(([, name]) => `edge: nothing is known of ${name}`);
  const servers = [...filled.matchAll(/server ([\w-]+):\d+ resolve/g)].map(([, name = '']) => name);
  const strange = servers.filter((name) => !file.services[name]).map((name) => `edge: there is no service ${name}`);
  if (servers.length === 0) strange.push('edge: it has no servers');
  return [...open, ...strange, ...nginxProblems(filled)];
}

/** `nginx -t`. The names are known in compose alone, and so is `resolve`, which needs nginx 1.27.3. */
function nginxProblems(config: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'leadline-edge-check-'));
  try {
    const here = config
      .replaceAll(/server [\w-]+:\d+ resolve/g, 'server 127.0.0.1:9')
      .replaceAll('/run/leadline', folder)
      .replaceAll('/srv/console', folder);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'nginx.conf'), here);
    const nginx = execFileSync(process.execPath, [join(repository, 'infra/engines/dist/main.js'), 'nginx'], {
      encoding: 'utf8',
    });
    execFileSync(nginx.trim(), ['-t', '-q', '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {
      stdio: 'pipe',
      encoding: 'utf8',
    });
    return [];
  } catch (error) {
    return [`edge: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withoutNull(environment: Readonly<Record<string, string | null>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}
