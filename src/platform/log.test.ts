import { expect, test } from 'vitest'
import { causeFields } from './log.ts'

test('失敗の記録に、入力された値もアドレスも入らない', () => {
  const error = Object.assign(new Error('invalid input syntax for type date: "秘密の日" of taro@example.jp'), { code: '22007' })
  const fields = causeFields(error)
  expect(fields).toMatchObject({ error: 'Error', code: '22007' })
  expect(String(fields['cause'])).toContain('invalid input syntax for type date')
  expect(String(fields['cause'])).toContain('log.test.ts')
  expect(JSON.stringify(fields)).not.toMatch(/秘密|taro|example\.jp/)
})
