#!/usr/bin/env node
import { existsSync } from 'node:fs';

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write('Leadline needs Node 24 or newer. `npx leadline` brings its own.\n');
  process.exit(1);
}
if (!existsSync(new URL('../dist/main.js', import.meta.url))) {
  process.stderr.write('Leadline is not built yet: npm run build\n');
  process.exit(1);
}
await import('../dist/main.js');
