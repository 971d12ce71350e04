import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogueAfter, parseHistory, printHistory } from './catalogue-history.ts'

const word = fc.stringMatching(/^[a-z]{1,4}$/)
const catalogue = fc
  .dictionary(
    word.map((name) => `column sales.${name}`),
    fc.constantFrom('', 'text', "text default ': '::text", '- a'),
  )
  .map((entries) => new Map(Object.entries(entries)))
const steps = fc.array(fc.record({ name: word, catalogue }))

test('what is printed is read again, with what a migration takes away and changes', () => {
  fc.assert(
    fc.property(steps, (made) => {
      expect(parseHistory(printHistory(made))).toEqual(made)
    }),
  )
})

test('it is asked for the migrations of a database by their names', () => {
  const made = ['0001_a.sql', '0002_b.sql'].map((name) => ({ name, catalogue: new Map([[`schema ${name}`, '']]) }))
  const after = (...names: string[]) =>
    catalogueAfter(
      made,
      names.map((name) => ({ name })),
    )
  expect(after()).toEqual(new Map())
  expect(after('0001_a.sql')).toBe(made[0]?.catalogue)
  expect(() => after('0001_a.sql', '0002_c.sql')).toThrow(/stale/)
  expect(() => after('0001_a.sql', '0002_b.sql', '0003_c.sql')).toThrow(/stale/)
})
