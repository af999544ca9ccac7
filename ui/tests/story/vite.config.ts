import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { fileURLToPath } from 'node:url';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [svelte({ configFile: '../../svelte.config.js' })],
  server: { port: 5199, strictPort: true, fs: { allow: ['../../..'] } },
});
