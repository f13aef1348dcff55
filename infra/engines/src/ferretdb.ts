import { copyFileSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { outputOf, run } from './commands.js';
import type { EngineRun } from './engine.js';
import type { Settings } from './settings.js';
import { ensure, isDone } from './steps.js';

const moduleFolder = fileURLToPath(new URL('../ferretdb/', import.meta.url));
const moduleFiles = ['go.mod', 'go.sum', 'tools.go'];
const commandPackage = 'github.com/FerretDB/FerretDB/v2/cmd/ferretdb';

/** What this machine lacks to build FerretDB; sentences for the user. */
export async function missingForFerretDb({ cacheFolder }: Settings): Promise<string[]> {
  if (isDone(cacheFolder, buildStep()) || (await outputOf('go', ['version'])) !== undefined) return [];
  return ['mongodb: Go 1.25 or later, to build FerretDB (`go` in PATH).'];
}

/** Builds the program from the versions that go.sum pins. */
export async function setUpFerretDb({ cacheFolder }: Settings): Promise<void> {
  await ensure(cacheFolder, {
    ...buildStep(),
    title: 'mongodb: building FerretDB with Go',
    work: async (logFile) => {
      // Beside the cache's other things, so that Go sees this module alone and writes nothing into the checkout.
      const folder = join(cacheFolder, 'ferretdb-build');
      mkdirSync(folder, { recursive: true });
      for (const file of moduleFiles) copyFileSync(join(moduleFolder, file), join(folder, file));
      const env = { CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false', GOWORK: 'off' };
      await run('go', ['build', '-o', 'ferretdb', commandPackage], { logFile, folder, env });
      renameSync(join(folder, 'ferretdb'), program(cacheFolder));
    },
  });
}

/** Starts FerretDB over the PostgreSQL of the same run; returns when a query through it is answered. */
export async function startFerretDb(engineRun: EngineRun): Promise<void> {
  const stateFolder = join(engineRun.dataFolder, 'ferretdb');
  mkdirSync(stateFolder, { recursive: true });
  const address = `127.0.0.1:${engineRun.port('mongodb')}`;
  engineRun.launch({
    name: 'ferretdb',
    command: program(engineRun.settings.cacheFolder),
    args: [
      `--listen-addr=${address}`,
      `--postgresql-url=postgres://postgres@127.0.0.1:${engineRun.port('postgres')}/postgres`,
      '--no-auth',
      '--telemetry=disable',
      `--state-dir=${stateFolder}`,
      '--debug-addr=-',
      '--log-level=WARN',
    ],
    stopSignal: 'SIGTERM',
  });
  await engineRun.until(() => answers(`mongodb://${address}/leadline`));
}

async function answers(url: string): Promise<void> {
  const connection = mongoose.createConnection(url, { serverSelectionTimeoutMS: 500, connectTimeoutMS: 500 });
  try {
    await connection.asPromise();
    // A ping is answered by FerretDB alone; this goes down to PostgreSQL.
    await connection.listCollections();
  } finally {
    await connection.close();
  }
}

function buildStep() {
  return { name: 'ferretdb-build', inputs: moduleFiles.map((file) => readFileSync(join(moduleFolder, file))).join() };
}

function program(cacheFolder: string): string {
  return join(cacheFolder, 'ferretdb');
}
