import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf, run } from './commands.js';
import { say } from './progress.js';
import type { Settings } from './settings.js';
import { ensure, isDone } from './steps.js';
import { UserError } from './user-error.js';

/** Debian testing: the first release with PostgreSQL 18 and its DocumentDB extension. */
const suite = 'forky';
const packages = ['postgresql-18', 'postgresql-18-documentdb'];
const debianScript = '/usr/share/debootstrap/scripts/sid'; // an older debootstrap knows no forky; sid's script fits

const baseStep = { name: 'debian-base', inputs: suite };
const packagesStep = { name: 'debian-packages', inputs: `${suite} ${packages.join(' ')}` };

/** What this machine lacks to make and use the folder; sentences for the user. */
export async function missingForDebianRoot({ cacheFolder, debianMirror }: Settings): Promise<string[]> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return [
      'mongodb: root on Linux. FerretDB’s PostgreSQL lives in a Debian folder made by debootstrap and entered by ' +
        'chroot. Without root start MongoDB by Docker (docker-compose.yml, service mongodb), set MONGODB_URL, and ' +
        'start the others here: npm run engines -- start --only event-store,kafka',
    ];
  }
  const lacks: string[] = [];
  if ((await outputOf('unshare', ['--version'])) === undefined) lacks.push('mongodb: `unshare` (package util-linux).');
  if (isDone(cacheFolder, packagesStep)) return lacks;
  if (!existsSync(debianScript) && (await outputOf('apt-get', ['--version'])) === undefined) {
    lacks.push('mongodb: debootstrap, and apt-get to install it.');
  }
  if (!(debianMirror ?? findDebianMirror(aptSources()))) {
    lacks.push('mongodb: a Debian mirror; apt’s sources here name none. Set LEADLINE_DEBIAN_MIRROR to its address.');
  }
  return lacks;
}

/** Makes the folder with PostgreSQL in it, in two steps that can be taken up again. */
export async function setUpDebianRoot(settings: Settings): Promise<void> {
  const { cacheFolder } = settings;
  const root = debianRoot(cacheFolder);
  if (isDone(cacheFolder, packagesStep)) return;
  await ensure(cacheFolder, {
    ...baseStep,
    title: `mongodb: making a Debian ${suite} folder for PostgreSQL`,
    work: async (logFile) => {
      rmSync(root, { recursive: true, force: true });
      await installDebootstrap(logFile);
      const mirror = settings.debianMirror ?? findDebianMirror(aptSources());
      if (!mirror) throw new UserError('No Debian mirror is known: set LEADLINE_DEBIAN_MIRROR.');
      const args = ['--variant=minbase', suite, root, mirror, debianScript];
      await runWithMountsOfItsOwn(['debootstrap', ...args], logFile);
      chmodSync(root, 0o755);
    },
  });
  await ensure(cacheFolder, {
    ...packagesStep,
    title: 'mongodb: installing PostgreSQL 18 with DocumentDB into it',
    work: (logFile) => installPackages(root, logFile),
  });
}

/** The folder to chroot into. */
export function debianRoot(cacheFolder: string): string {
  return join(cacheFolder, 'debian');
}

/** The mirror that apt's source files name, of either format: the first address whose last part is `debian`. */
export function findDebianMirror(sources: readonly string[]): string | undefined {
  const addresses = sources
    .flatMap((text) => text.split('\n'))
    .filter((line) => /^\s*(deb\s|URIs:)/i.test(line))
    .flatMap((line) => line.match(/https?:\/\/\S+/g) ?? []);
  return addresses.find((address) => /\/debian\/?$/.test(address));
}

function aptSources(): string[] {
  const folder = '/etc/apt/sources.list.d';
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(list|sources)$/.test(name)) : [];
  const files = ['/etc/apt/sources.list', ...names.map((name) => join(folder, name))];
  return files.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8'));
}

async function installDebootstrap(logFile: string): Promise<void> {
  if (existsSync(debianScript)) return;
  say('mongodb: installing debootstrap');
  const install = ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', 'debootstrap'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', install, { logFile, env });
  } catch {
    // Package lists missing or old; if that is not the reason, the second try says what is.
    await run('apt-get', ['-o', 'Acquire::Check-Valid-Until=false', 'update'], { logFile, env });
    await run('apt-get', install, { logFile, env });
  }
}

async function installPackages(root: string, logFile: string): Promise<void> {
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('etc/postgresql-common/createcluster.conf', 'create_main_cluster = false\n');
  write(
    'etc/dpkg/dpkg.cfg.d/leadline',
    'force-unsafe-io\npath-exclude=/usr/share/doc/*\npath-exclude=/usr/share/man/*\n',
  );
  const script = [
    'set -e',
    'mount -t proc proc "$0/proc"', // else postgresql-common fails to configure
    'chroot "$0" dpkg --configure -a',
    // A mirror may lag behind the clock; the signature is checked all the same.
    'chroot "$0" apt-get -o Acquire::Check-Valid-Until=false update',
    'chroot "$0" apt-get install -y --no-install-recommends "$@"',
    'chroot "$0" apt-get clean',
    'rm -rf "$0"/var/lib/apt/lists/*',
  ].join('\n');
  await runWithMountsOfItsOwn(['sh', '-c', script, root, ...packages], logFile);
}

/** What the command mounts is seen by itself alone and gone with it, however it ends. */
async function runWithMountsOfItsOwn(command: readonly string[], logFile: string): Promise<void> {
  await run('unshare', ['--mount', '--propagation', 'private', ...command], {
    logFile,
    env: { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
  });
}
