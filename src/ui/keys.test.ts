import { expect, test } from 'vitest'
import { isConverting } from './keys.ts'

test('変換を終えるEnterは、Safariのもの（229）も含めて、命令ではない', () => {
  expect(isConverting({ isComposing: true, keyCode: 13 })).toBe(true)
  expect(isConverting({ isComposing: false, keyCode: 229 })).toBe(true)
  expect(isConverting({ isComposing: false, keyCode: 13 })).toBe(false)
})
