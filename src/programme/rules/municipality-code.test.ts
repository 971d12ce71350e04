import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMunicipalityCode, municipalityCheckDigit, municipalityCodeKind, prefectureNameOf } from './municipality-code.ts'
import { municipalities } from './municipality-list.ts'

test('検査数字', () => {
  const codes = ['202151', '202207', '202126', '152161', '202029', '200000', '150002', '011002', '131016', '130001']
  for (const code of codes) expect([code, isMunicipalityCode(code)]).toEqual([code, true])
  for (const code of codes) expect(`${code.slice(0, 5)}${municipalityCheckDigit(code.slice(0, 5))}`).toBe(code)
})

test('検査数字の誤り、桁の誤り、存在しない都道府県', () => {
  for (const bad of ['202125', '20212', '2021260', '２０２１２６', 202126, null, '000000', '480002', '202126 ', '20212６']) {
    expect(isMunicipalityCode(bad)).toBe(false)
  }
  expect(() => municipalityCheckDigit('2021')).toThrow(RangeError)
})

test.for([
  ['202126', 'municipality', '大町市'],
  ['011002', 'municipality', '札幌市'],
  ['011011', 'ward', '札幌市中央区'],
  ['141305', 'municipality', '川崎市'],
  ['141313', 'ward', '川崎市川崎区'],
  ['131016', 'municipality', '千代田区'],
  ['402311', 'municipality', '那珂川市'],
  ['403059', 'ended', '那珂川町'],
  ['200000', 'prefecture', '長野県'],
] as const)('%s は %s（%s）', ([code, kind]) => {
  expect([isMunicipalityCode(code), municipalityCodeKind(code)]).toEqual([true, kind])
})

test('一覧は、1,741の市区町村と北方領土の6村', () => {
  expect(municipalities.size).toBe(1_741 + 6)
})

test('都道府県', () => {
  expect(prefectureNameOf('202126')).toBe('長野県')
  expect(prefectureNameOf('152161')).toBe('新潟県')
  expect(prefectureNameOf('470007')).toBe('沖縄県')
  expect(prefectureNameOf('48')).toBeNull()
})

test('性質: 検査数字を付けた5桁は通り、ほかの検査数字は通らない', () => {
  const fiveDigits = fc.integer({ min: 1000, max: 47999 }).map((value) => String(value).padStart(5, '0'))
  fc.assert(
    fc.property(fiveDigits, fc.integer({ min: 0, max: 9 }), (digits, last) => {
      expect(isMunicipalityCode(`${digits}${last}`)).toBe(last === municipalityCheckDigit(digits))
    }),
  )
})
