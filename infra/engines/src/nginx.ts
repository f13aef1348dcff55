import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf, run } from './commands.js';
import type { Settings } from './settings.js';
import { ensure } from './steps.js';
import { UserError } from './user-error.js';

/** Where packages put it; `/usr/sbin` is often not in the PATH of one who is not root. */
const usualPlaces = ['nginx', '/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'];

/**
 * An nginx that runs here: the machine's own, else this Debian's package, unpacked into the cache. Nothing is installed,
 * so root is not needed. @throws UserError where there is none to be had
 */
export async function nginxBinary({ cacheFolder }: Pick<Settings, 'cacheFolder'>): Promise<string> {
  for (const place of usualPlaces) if (await runs(place)) return place;
  if ((await outputOf('apt-get', ['--version'])) === undefined) {
    throw new UserError('nginx is not there. Install it; on Debian and Ubuntu it would have been fetched.');
  }
  const folder = join(cacheFolder, 'nginx');
  const binary = join(folder, 'root/usr/sbin/nginx');
  // Built for the libraries of one release: after an upgrade of the machine it is fetched again.
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  await ensure(cacheFolder, {
    name: 'nginx',
    inputs: `${release}${process.arch}`,
    title: 'nginx: fetching its Debian package',
    work: async (logFile) => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      await download(folder, logFile);
      const archive = readdirSync(folder).find((name) => name.endsWith('.deb'));
      if (archive === undefined) throw new UserError(`apt-get fetched no package of nginx. See ${logFile}`);
      await run('dpkg-deb', ['--extract', join(folder, archive), join(folder, 'root')], { logFile });
      // Tells at once which library this machine lacks.
      await run(binary, ['-v'], { logFile });
    },
  });
  return binary;
}

async function runs(binary: string): Promise<boolean> {
  return (await outputOf(binary, ['-v'])) !== undefined;
}

async function download(folder: string, logFile: string): Promise<void> {
  const fetch = (options: readonly string[]): Promise<void> =>
    run('apt-get', ['-o', 'APT::Sandbox::User=root', ...options, 'download', 'nginx'], { logFile, folder });
  try {
    await fetch([]);
  } catch {
    // The machine's package lists are missing or old: lists of our own, which need no root.
    const own = ['-o', `Dir::State::Lists=${join(folder, 'lists')}`, '-o', `Dir::Cache=${join(folder, 'cache')}`];
    for (const part of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(folder, part), { recursive: true });
    const update = [...own, '-o', 'APT::Sandbox::User=root', '-o', 'Acquire::Check-Valid-Until=false', 'update'];
    await run('apt-get', update, { logFile });
    await fetch(own);
    for (const part of ['lists', 'cache']) rmSync(join(folder, part), { recursive: true, force: true });
  }
}
