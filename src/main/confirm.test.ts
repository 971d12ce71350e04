import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { isWanted } from './confirm.ts'

test.for([
  [[], true, 'remove\n', true],
  [[], true, 'yes\n', false],
  [[], true, '\n', false],
  [[], false, 'remove\n', false],
  [['--yes'], false, '', true],
] as const)('尋ねられて書いた言葉だけで消す: %j', async ([args, isTerminal, typed, wanted]) => {
  const input = new PassThrough()
  input.write(typed)
  expect(await isWanted(args, [{ say: 'Sure?', word: 'remove' }], { input, output: new PassThrough(), isTerminal })).toBe(wanted)
})

test.for([
  ['remove\n12\n', true],
  ['remove\n13\n', false],
  ['remove\n', false],
] as const)('二つ尋ねたら、二つとも合わなければしない: %j', async ([typed, wanted]) => {
  const input = new PassThrough()
  input.end(typed)
  const questions = ['remove', '12'].map((word) => ({ say: 'Sure?', word }))
  expect(await isWanted([], questions, { input, output: new PassThrough(), isTerminal: true })).toBe(wanted)
})
