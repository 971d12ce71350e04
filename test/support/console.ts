import { format } from 'node:util'
import { afterEach } from 'vitest'

const said: string[] = []
console.error = (...parts: unknown[]) => {
  said.push(format(...parts))
}

// What writes an error to the console has met something it did not expect.
afterEach(() => {
  const lines = said.splice(0)
  if (lines.length > 0) throw new Error(`console.error was called:\n${lines.join('\n')}`)
})
