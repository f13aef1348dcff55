import { chownSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './commands.js';
import { debianRoot } from './debian-root.js';
import type { EngineRun } from './engine.js';
import { UserError } from './user-error.js';

const binaries = '/usr/lib/postgresql/18/bin';
const inside = '/srv'; // where the data folder appears within the Debian folder

/** Makes an empty database cluster. */
export async function preparePostgres(engineRun: EngineRun): Promise<void> {
  const { dataFolder, logFolder, settings } = engineRun;
  const { uid, gid } = postgresUser(readFileSync(join(debianRoot(settings.cacheFolder), 'etc/passwd'), 'utf8'));
  mkdirSync(clusterFolder(dataFolder), { mode: 0o700 });
  chownSync(clusterFolder(dataFolder), uid, gid);
  const args = [
    '-D',
    inside,
    '--auth=trust',
    '--username=postgres',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ];
  await run('unshare', withData(engineRun, [`${binaries}/initdb`, ...args]), {
    logFile: join(logFolder, 'postgres-initdb.log'),
  });
}

/** Starts the server and makes sure that the extension is there. Loopback only, and no password: for tests. */
export async function startPostgres(engineRun: EngineRun): Promise<void> {
  const port = String(engineRun.port('postgres'));
  const settings: readonly string[] = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'dynamic_shared_memory_type=mmap', // the Debian folder has no /dev/shm
    'shared_preload_libraries=pg_cron,pg_documentdb_core,pg_documentdb',
    'cron.database_name=postgres',
    'cron.host=127.0.0.1',
  ];
  // The one who starts knows that the earlier server is gone; PostgreSQL itself would take for alive what is dead but
  // not yet waited for, as after a kill in a container.
  rmSync(join(clusterFolder(engineRun.dataFolder), 'postmaster.pid'), { force: true });
  const command = [`${binaries}/postgres`, '-D', inside, ...settings.flatMap((setting) => ['-c', setting])];
  engineRun.launch({
    name: 'postgres',
    command: 'unshare',
    args: withData(engineRun, command),
    stopSignal: 'SIGINT', // "fast" shutdown; SIGTERM would wait for clients to leave
  });
  const statement = 'create extension if not exists documentdb cascade';
  const psql = ['-h', '127.0.0.1', '-p', port, '-U', 'postgres', '-q', '-c', statement, 'postgres'];
  const root = debianRoot(engineRun.settings.cacheFolder);
  await engineRun.until(() =>
    run('chroot', [root, `${binaries}/psql`, ...psql], {
      logFile: join(engineRun.logFolder, 'postgres-extension.log'),
    }),
  );
}

/** The ids of the user `postgres` in the text of a passwd file. Throws `UserError` when it has none. */
export function postgresUser(passwd: string): { uid: number; gid: number } {
  const found = /^postgres:[^:]*:(\d+):(\d+):/m.exec(passwd);
  if (!found) throw new UserError('The Debian folder has no user postgres: remove the cache folder and start again.');
  return { uid: Number(found[1]), gid: Number(found[2]) };
}

function clusterFolder(dataFolder: string): string {
  return join(dataFolder, 'postgres');
}

/**
 * Arguments for `unshare` that run a command as `postgres` within the Debian folder, the data bound to `/srv`. The
 * mount belongs to that process, so nothing is left behind; every link is an `exec`, so the process keeps its id.
 */
function withData({ dataFolder, settings }: EngineRun, command: readonly string[]): string[] {
  const root = debianRoot(settings.cacheFolder);
  const script = `mount --bind "$0" "$1${inside}" && root=$1 && shift && exec chroot --userspec=postgres "$root" "$@"`;
  return ['--mount', '--propagation', 'private', 'sh', '-c', script, clusterFolder(dataFolder), root, ...command];
}
