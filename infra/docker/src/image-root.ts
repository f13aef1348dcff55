import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Users of the images that ours are made from, with their ids. */
const USERS: Readonly<Record<string, number>> = { root: 0, node: 1000, nginx: 101 };

/** What a command in an image sees. */
export interface Surrounding {
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly workdir: string;
}

/** A folder that stands for an image's file system: this machine's programs, read only, and files of its own. */
export interface ImageRoot {
  readonly folder: string;
  /** Runs a command in it to its end, its output to ours. @throws Error where it fails */
  run(command: readonly string[], surrounding: Surrounding): Promise<void>;
  start(command: readonly string[], surrounding: Surrounding, stdio: StdioOptions): ChildProcess;
}

export interface Programs {
  /** Node 24, whatever this machine has. */
  readonly node: string;
  readonly nginx: string;
}

/** Of this machine's environment only what it takes to reach a registry: nothing else of it is in an image. */
function network(): Record<string, string> {
  const isNetwork = (name: string): boolean =>
    /^(npm_config_(registry|cafile)|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS)$/i.test(name);
  const found = Object.entries(process.env).filter(([name]) => isNetwork(name));
  return Object.fromEntries(found.map(([name, value = '']) => [name, value]));
}

/** Only root on Linux may mount and chroot; without, the steps cannot be run. */
export function canRunSteps(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

const SYSTEM = ['/usr', '/bin', '/sbin', '/lib', '/lib64', '/etc/ssl', '/etc/alternatives'];
const FROM_ETC = ['resolv.conf', 'hosts', 'nsswitch.conf', 'ld.so.cache'];

/**
 * Makes the folder. What is mounted is seen by the command alone and gone with it, however it ends: each runs in a mount
 * namespace of its own, then in the folder as its root.
 */
export function imageRoot(folder: string, programs: Programs): ImageRoot {
  const system = SYSTEM.filter((path) => existsSync(path));
  for (const path of [...system, '/proc', '/dev', '/tmp', '/run', '/root/.npm', '/srv', '/opt/bin']) {
    mkdirSync(join(folder, path), { recursive: true });
  }
  for (const name of FROM_ETC) if (existsSync(`/etc/${name}`)) copyFileSync(`/etc/${name}`, join(folder, 'etc', name));
  const entries = Object.entries(USERS);
  writeFileSync(
    join(folder, 'etc/passwd'),
    entries.map(([name, id]) => `${name}:x:${id}:${id}::/tmp:/bin/sh\n`).join(''),
  );
  writeFileSync(join(folder, 'etc/group'), entries.map(([name, id]) => `${name}:x:${id}:\n`).join(''));
  if (existsSync('/root/.npmrc')) copyFileSync('/root/.npmrc', join(folder, 'root/.npmrc'));
  for (const [name, file] of [
    ['node', programs.node],
    ['nginx', programs.nginx],
  ] as const) {
    if (!existsSync(join(folder, 'opt/bin', name))) copyFileSync(file, join(folder, 'opt/bin', name));
  }

  const mounts = [
    ...system.map((path) => `mount --rbind ${path} ${folder}${path}`),
    ...system.map((path) => `mount -o remount,bind,ro ${folder}${path}`),
    `mount -t proc proc ${folder}/proc`,
    `mount --rbind /dev ${folder}/dev`,
    // What npm has fetched before, so that a second run takes less.
    ...(existsSync('/root/.npm') ? [`mount --bind /root/.npm ${folder}/root/.npm`] : []),
  ];

  function start(command: readonly string[], { env, user, workdir }: Surrounding, stdio: StdioOptions): ChildProcess {
    const id = USERS[user];
    if (id === undefined) throw new Error(`No user ${user} is known in these images`);
    const script = [
      'set -e',
      ...mounts,
      'folder=$1 user=$2 workdir=$3; shift 3',
      'exec chroot --userspec="$user" "$folder" /usr/bin/env -C "$workdir" "$@"',
    ].join('\n');
    const home = user === 'root' ? '/root' : '/tmp';
    const variables = {
      ...network(),
      PATH: '/opt/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
      HOME: home,
      ...env,
    };
    const args = [
      '--mount',
      '--propagation',
      'private',
      'sh',
      '-c',
      script,
      'sh',
      folder,
      `${id}:${id}`,
      workdir,
      ...command,
    ];
    return spawn('/usr/bin/unshare', args, { env: variables, stdio });
  }

  return {
    folder,
    start,
    async run(command, surrounding) {
      const child = start(command, surrounding, ['ignore', 'inherit', 'inherit']);
      await once(child, 'exit');
      const { exitCode, signalCode } = child;
      if (exitCode !== 0) throw new Error(`${command.join(' ')} failed (${signalCode ?? exitCode})`);
    },
  };
}
