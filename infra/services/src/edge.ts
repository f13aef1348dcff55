import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './repository.js';
import { serviceNames, type Replica } from './services.js';
import type { ChildSpec } from './supervisor.js';

export interface EdgeOptions {
  readonly nginx: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  /** Of this run; made if need be. */
  readonly folder: string;
  readonly replicas: readonly Replica[];
  /** The built console. Default: that of this repository. */
  readonly console?: string;
}

const consoleFolder = join(repository, 'apps/console/dist');

export function isConsoleBuilt(): boolean {
  return existsSync(join(consoleFolder, 'index.html'));
}

/** nginx on the same configuration as in compose. Writes it; what is to be started comes back. */
export function edgeProcess(options: EdgeOptions): ChildSpec {
  const { nginx, folder } = options;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'nginx.conf');
  const template = readFileSync(join(repository, 'infra/edge/nginx.conf.template'), 'utf8');
  writeFileSync(file, fillIn(template, edgeVariables(options)));
  // Started by root it would serve as another user, who may have no way to the console's files.
  const directives = process.getuid?.() === 0 ? 'daemon off; user root;' : 'daemon off;';
  return { name: 'edge', command: nginx, args: ['-c', file, '-e', 'stderr', '-g', directives], stopSignal: 'SIGQUIT' };
}

/** What the template's placeholders stand for. */
export function edgeVariables(options: Omit<EdgeOptions, 'nginx'>): Readonly<Record<string, string>> {
  const { host, port, publicUrl, folder, replicas, console = consoleFolder } = options;
  const servers = serviceNames.map((service) => {
    const own = replicas.filter((replica) => replica.service === service && replica.role === 'api');
    // Of a service that is not started nobody answers, which nginx says as 503.
    const lines = own.map((replica) => `server 127.0.0.1:${replica.port} max_fails=1 fail_timeout=2s;`);
    return [variableOf(service), lines.join(' ') || 'server 127.0.0.1:9 down;'] as const;
  });
  return {
    EDGE_HOST: host,
    EDGE_PORT: String(port),
    EDGE_FOLDER: folder,
    EDGE_CONSOLE: console,
    EDGE_PUBLIC_URL: publicUrl,
    EDGE_RESOLVER: '',
    ...Object.fromEntries(servers),
  };
}

/** As `envsubst` does in the nginx image. @throws Error where a placeholder has no value */
export function fillIn(template: string, variables: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\$\{(EDGE_[A-Z_]+)\}/g, (_, name: string) => {
    const value = variables[name];
    if (value === undefined) throw new Error(`nginx.conf.template: nothing is known of ${name}`);
    return value;
  });
}

function variableOf(service: string): string {
  return `EDGE_${service.toUpperCase().replaceAll('-', '_')}_SERVERS`;
}
