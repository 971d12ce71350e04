import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes a folder that only its user may enter, with those above it, one by one: `recursive` never ends below `/proc`. Throws when it cannot be written. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return accessSync(path, constants.W_OK)
  const above = dirname(path)
  if (above !== path && !existsSync(above)) makeFolder(above)
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    // Another start was quicker.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}
