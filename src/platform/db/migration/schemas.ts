import { readdirSync, readFileSync } from 'node:fs'
import { folder } from './files.ts'

/** The schemas of the areas, in the order in which the migrations create them. */
export const schemas: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort()
  .flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/^create schema (\w+);/gm)].map(([, schema = '']) => schema))
