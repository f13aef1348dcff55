import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStage, type BuildOptions, type Image } from './build-stage.js';
import { parseDockerfile } from './dockerfile.js';
import { fillIn } from './edge-config.js';
import { canRunSteps, type ImageRoot } from './image-root.js';
import { repository } from './repository.js';
import { startImage, untilHealthy, userIdOf } from './run-image.js';

/**
 * `npm run check:docker [-- --fast] [service …]`: does the steps of infra/docker/Dockerfile by hand, each stage in a folder
 * of its own, then runs what the images say, as their users, and asks by their own health checks. No Docker needed; root is.
 */
const FAST = process.argv.includes('--fast');
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const services = named.length > 0 ? named : ['leadline', 'leads'];
const ENGINES = ['EVENT_STORE_URL', 'KAFKA_BROKERS', 'MONGODB_URL'];

const work = mkdtempSync(join(tmpdir(), 'leadline-docker-'));
const images = new Map<string, Image>();
const options: BuildOptions = {
  stages: parseDockerfile(readFileSync(join(repository, 'infra/docker/Dockerfile'), 'utf8')),
  context: repository,
  programs: {
    node: process.execPath,
    nginx: execFileSync(process.execPath, [join(repository, 'infra/engines/dist/main.js'), 'nginx'], {
      encoding: 'utf8',
    }).trim(),
  },
  args: {},
  images,
  say,
  ...(FAST && { instead: takeFromHere }),
};

async function main(): Promise<void> {
  await buildStage('build', join(work, 'build'), options);
  for (const service of services) {
    const own: BuildOptions = { ...options, args: { SERVICE: service } };
    await buildStage('product', join(work, `${service}-product`), own);
    const image = await buildStage('service', join(work, service), own);
    say(`${service}: ${sizeOf(join(image.root.folder, 'leadline'))} MB`);
    await (service === 'leadline' ? checkWhole(image) : checkService(service, image));
  }
  await checkEdge(await buildStage('edge', join(work, 'edge'), options));
  say('check:docker: every step is done, and every image runs');
}

/** `--fast`: packages and what was built are those of this checkout, by hard links. */
function takeFromHere(run: string, root: ImageRoot): boolean {
  if (!run.startsWith('npm ci --ignore-scripts && npm run build')) return false;
  const to = join(root.folder, 'leadline');
  const link = (path: string): void => void execFileSync('cp', ['-al', join(repository, path), join(to, path)]);
  link('node_modules');
  const projects = ['apps', ...readdirSync(join(repository, 'libs')).map((scope) => `libs/${scope}`)].flatMap(
    (folder) => readdirSync(join(repository, folder)).map((name) => `${folder}/${name}`),
  );
  for (const project of projects) if (readdirSync(join(repository, project)).includes('dist')) link(`${project}/dist`);
  return true;
}

/** Every service in one process, on the engines within. */
async function checkWhole(image: Image): Promise<void> {
  const env = { PORT: String(await freePort()), HOST: '127.0.0.1', LOG_LEVEL: 'warn' };
  const container = startImage(image, env);
  try {
    await untilHealthy(image, env, container);
    expectThat('it does not run as root', userIdOf(container.pid) !== 0);
    expectThat('it says the first password', /password: +\S+/.test(container.output()));
    await expectConsole(`http://127.0.0.1:${env.PORT}`);
    expectThat('it stops in good order', (await container.stop()) === 0);
  } finally {
    await container.stop();
  }
}

/** A service of its own: says what it lacks; runs in both roles where the engines are. */
async function checkService(service: string, image: Image): Promise<void> {
  const lost = startImage(image, {});
  expectThat(`${service} without engines ends`, (await lost.ended()) === 1);
  expectThat(
    `${service} says which engines it needs`,
    ENGINES.every((name) => lost.output().includes(name)),
  );
  const engines = Object.fromEntries(ENGINES.map((name) => [name, process.env[name] ?? '']));
  if (Object.values(engines).includes('')) return say(`${service}: not run, since no engines are set`);
  for (const role of ['api', 'work']) {
    const env = {
      ...engines,
      LEADLINE_ROLE: role,
      PORT: String(await freePort()),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
    };
    const container = startImage(image, env);
    try {
      await untilHealthy(image, env, container);
      expectThat(`${service} does not run as root`, userIdOf(container.pid) !== 0);
      expectThat(`${service} stops in good order`, (await container.stop()) === 0);
    } finally {
      await container.stop();
    }
    say(`${service}: runs as ${role}`);
  }
}

/** The image's own entrypoint fills in the template; here its part is played. Nobody is behind the edge. */
async function checkEdge(image: Image): Promise<void> {
  const nobody = Object.keys(image.env).filter((name) => name.endsWith('_SERVERS'));
  const env: Record<string, string> = {
    ...Object.fromEntries(nobody.map((name) => [name, 'server 127.0.0.1:9 down;'])),
    EDGE_RESOLVER: '',
    EDGE_HOST: '127.0.0.1',
    EDGE_PORT: String(await freePort()),
  };
  const template = readFileSync(join(image.root.folder, 'etc/nginx/templates/nginx.conf.template'), 'utf8');
  const output = join(image.root.folder, image.env['NGINX_ENVSUBST_OUTPUT_DIR'] ?? '');
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, 'nginx.conf'), fillIn(template, { ...image.env, ...env }));
  const container = startImage(image, env);
  try {
    await untilHealthy(image, env, container);
    expectThat('the edge does not run as root', userIdOf(container.pid) !== 0);
    await expectConsole(`http://127.0.0.1:${env['EDGE_PORT']}`);
    expectThat('the edge stops in good order', (await container.stop()) === 0);
  } finally {
    await container.stop();
  }
}

async function expectConsole(url: string): Promise<void> {
  const answer = await fetch(`${url}/leads`, { headers: { accept: 'text/html' } });
  expectThat('the console is served', answer.ok && (await answer.text()).includes('<script'));
}

function expectThat(what: string, holds: boolean): void {
  if (!holds) throw new Error(`Not so: ${what}`);
  say(`  ${what}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port to be had');
  return address.port;
}

function sizeOf(folder: string): string {
  return execFileSync('du', ['-sm', folder], { encoding: 'utf8' }).split('\t')[0] ?? '';
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

if (canRunSteps()) {
  await main()
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    })
    .finally(() => rmSync(work, { recursive: true, force: true }));
} else {
  process.stderr.write(
    'check:docker: the steps need root on Linux (mount, chroot); build the images with Docker instead.\n',
  );
  process.exitCode = 1;
}
