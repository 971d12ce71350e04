import { expect, test } from 'vitest'
import { emailAddress, foldCode, foldPhone, typedCode } from './typed-text.ts'

test('電話番号は、全角の数字と、ハイフンのつもりで打たれた記号を読む', () => {
  for (const text of [
    '０２６１‐２２‐０４２０',
    '0261ー22ー0420',
    '0261−22−0420',
    '０２６１－２２－０４２０',
    ' 0261–22—0420 ',
    '0261ｰ22ｰ0420',
    '0261─22─0420',
  ])
    expect(foldPhone(text), text).toBe('0261-22-0420')
  expect(foldPhone('＋８１　２６１　２２')).toBe('+81 261 22')
  expect(foldPhone('でんわ')).toBe('でんわ')
})

test('番号は、間の空白とハイフンを除いて読む', () => {
  for (const text of ['０１４３', '01-43', '０１‐４３', '01 43', '01ー43']) expect(typedCode(/^[0-9]{4}$/).parse(text), text).toBe('0143')
  expect(foldCode('ｔ7－0000－1205－0002')).toBe('T7000012050002')
  expect(typedCode(/^[0-9]{4}$/).safeParse('143').success).toBe(false)
  expect(typedCode(/^[0-9]{4}$/).safeParse('〇一四三').success).toBe(false)
})

test('昔の携帯電話のアドレスも、全角や前後の空白も受け付ける', () => {
  for (const [typed, kept] of [
    ['a..b@docomo.ne.jp', 'a..b@docomo.ne.jp'],
    ['hanako.@ezweb.ne.jp', 'hanako.@ezweb.ne.jp'],
    ['.taro-@docomo.ne.jp', '.taro-@docomo.ne.jp'],
    [' name@example.jp　', 'name@example.jp'],
    ['ｎａｍｅ＠ｅｘａｍｐｌｅ．ｊｐ', 'name@example.jp'],
  ] as const)
    expect(emailAddress.parse(typed)).toBe(kept)
  for (const text of ['', 'name', 'a@b', 'a b@example.jp', 'a@-example.jp', 'a@@example.jp', '山@example.jp'])
    expect(emailAddress.safeParse(text).success, text).toBe(false)
})
