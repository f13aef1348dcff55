#!/usr/bin/env node
import { existsSync } from 'node:fs';

if (!existsSync(new URL('../dist/main.js', import.meta.url))) {
  process.stderr.write('Leadline is not built yet: npm run build\n');
  process.exit(1);
}
await import('../dist/main.js');
