/** Runs `npm start` in a fresh data folder, signs in with what it printed, makes a lead, finds it, and stops it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PORT = '3999';
const TIMEOUT_MS = 90_000;
const url = `http://127.0.0.1:${PORT}`;
const data = mkdtempSync(join(tmpdir(), 'leadline-smoke-'));
const started = Date.now();
const child = spawn('npm', ['start'], { env: { ...process.env, PORT, LEADLINE_DATA: data }, detached: true });
let printed = '';
child.stdout.on('data', (chunk) => (printed += chunk));
child.stderr.on('data', (chunk) => (printed += chunk));

const check = (what, holds) => {
  if (!holds) throw new Error(`smoke: ${what}\n--- printed:\n${printed}`);
};
const json = async (path, options = {}) => {
  const answer = await fetch(url + path, options);
  return { status: answer.status, body: await answer.json(), headers: answer.headers };
};

try {
  for (;;) {
    const ready = await fetch(`${url}/health/ready`).catch(() => null);
    if (ready?.ok) break;
    check('it ended before it was ready', child.exitCode === null);
    check(`it was not ready within ${TIMEOUT_MS / 1000} s`, Date.now() - started < TIMEOUT_MS);
    await pause(200);
  }
  console.log(`smoke: npm start answered after ${((Date.now() - started) / 1000).toFixed(1)} s`);

  const email = /admin@leadline\.example/.exec(printed)?.[0];
  const password = /password:?\s+(\S+)/i.exec(printed)?.[1];
  check('the sign-in of the first administrator was not printed', email && password);
  const start = await fetch(url);
  check('the console is served', start.ok && (await start.text()).includes('<script'));
  check('the API docs are served', (await fetch(`${url}/api/docs`)).ok);

  const signIn = await json('/api/identity/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  check('signing in with what was printed', signIn.status === 200);
  const authorization = `Bearer ${signIn.body.accessToken}`;
  const created = await json('/api/leads', {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ subject: 'Smoke', customer: { organisation: 'Rauch GmbH' } }),
  });
  check(`making a lead answered ${created.status}`, created.status === 201);
  const position = created.headers.get('leadline-position');
  const list = await json('/api/leads?q=rauch', { headers: { authorization, 'leadline-position': position } });
  check('the lead is in the list', list.body.items?.[0]?.id === created.body.id);

  process.kill(-child.pid, 'SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  console.log('smoke: passed');
} catch (error) {
  console.error(String(error.message));
  process.exitCode = 1;
} finally {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // it is gone already
  }
  rmSync(data, { recursive: true, force: true });
}
