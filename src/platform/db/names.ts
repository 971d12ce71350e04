const snakes = new Map<string, string>()
const camels = new Map<string, string>()

const remembered = (known: Map<string, string>, name: string, make: (name: string) => string): string => {
  let made = known.get(name)
  // The names of columns are few; aliases are written in the code. A name is never made of what people type.
  if (made === undefined) known.set(name, (made = make(name)))
  return made
}

/** How PostgreSQL spells a name of ours: `previousSha256` is `previous_sha256`. */
export const snakeOf = (name: string): string =>
  remembered(snakes, name, (camel) => camel.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))

/** How we spell a name of PostgreSQL's: `previous_sha256` is `previousSha256`. */
export const camelOf = (name: string): string =>
  remembered(camels, name, (snake) => snake.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()))

/** A row as PostgreSQL reads it from JSON. What a value holds keeps its keys. */
export const snakeKeys = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeOf(name), value]))
