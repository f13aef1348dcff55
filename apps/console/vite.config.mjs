import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './build/precompress.mjs';

/** `vite` serves the console on port 5173 beside a Leadline on port 3000; `vite build` makes what the edge serves. */
export default defineConfig({
  plugins: [react(), precompress()],
  resolve: { conditions: ['leadline-source', 'module', 'browser', 'development|production'] },
  server: { proxy: { '/api': process.env.LEADLINE_URL ?? 'http://localhost:3000' } },
  build: {
    target: 'es2023',
    // Nothing comes as a data: address, so the content security policy need not allow any.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
});
