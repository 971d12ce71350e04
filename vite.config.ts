import { defineConfig } from 'vite'
import react from '@vitejs/plugin-react'
import tailwindcss from '@tailwindcss/vite'

const server = process.env['KADO_API'] ?? 'http://127.0.0.1:3000'

export default defineConfig(({ mode }) => ({
  root: 'src/main/web',
  plugins: [react({ jsxImportSource: '#ruby' }), tailwindcss()],
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy forbids data: fonts and inline scripts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // The setting of schemas.ts must run before any schema is made, so both are in one file.
            { name: 'schemas', test: /node_modules[\\/]zod[\\/]|[\\/]ui[\\/]schemas\.ts$/ },
            { name: 'chart', test: /node_modules[\\/](echarts|zrender|tslib)[\\/]/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/ },
            // What every page begins with comes in one file: each request costs a kilobyte of headers and a turn on a slow line.
            // The gallery waits for its pages while it begins, so there they must not lie in the file that waits.
            ...(mode === 'production' ? [{ name: 'first', tags: ['$initial' as const] }] : []),
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': server } },
}))
