import { format } from 'node:util'
import fc from 'fast-check'
import { afterEach } from 'vitest'

// A change is judged by the same cases every time; elsewhere every run draws new ones.
if (process.env['CI']) fc.configureGlobal({ seed: 20_261_129 })

const said: string[] = []
console.error = (...parts: unknown[]) => {
  said.push(format(...parts))
}

// What writes an error to the console has met something it did not expect.
afterEach(() => {
  const lines = said.splice(0)
  if (lines.length > 0) throw new Error(`console.error was called:\n${lines.join('\n')}`)
})
