import { expect, test } from 'vitest'
import { resembles } from './resembling-names.ts'

test.each([
  ['大町市 公式', '大町市'],
  ['【公式】大町市', '大町市'],
  ['大 町 市', '大町市'],
  ['大\u200b町\u3164市', '大町市'],
  ['大町\u202e市', '大町市'],
  ['大町巿', '大町市'],
  ['太町市', '大町市'],
  ['⼤町市', '大町市'],
  ['大町市テレワーク', '大町市'],
  ['自営型テレワーク推進亊業', '自営型テレワーク推進事業'],
  ['自営型ﾃﾚﾜｰｸ推進事業', '自営型テレワーク推進事業'],
  ['自営型テレワ一ク推進事業', '自営型テレワーク推進事業'],
  ['自営型テレワーク推進事業', '自営型てれわーく推進事業'],
  ['自営型テレワーク推事進業', '自営型テレワーク推進事業'],
  ['KAD0 Centre', 'KADO Centre'],
  ['ΚАDО centre', 'KADO Centre'],
  ['Ｋ Ａ Ｄ Ｏ　ｃｅｎｔｒｅ', 'KADO Centre'],
  ['髙山市', '高山市'],
  ['\u{20bb7}田市', '吉田市'],
])('「%s」は「%s」に見える', (name, known) => expect(resembles(name, known)).toBe(true))

test.each([
  ['塩尻市', '大町市'],
  ['大町市', '大町市テレワーク推進事業'],
  ['見本の事業 phone-1764500001', '見本の事業 desktop-1764500000'],
  ['Programme 12', 'Programme 34'],
  ['津市', '大津市'],
])('「%s」は「%s」とは別の名前', (name, known) => expect(resembles(name, known)).toBe(false))
