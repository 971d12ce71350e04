import { municipalities } from './municipality-list.ts'

/** JIS X 0401 codes of the prefectures, in order from 01. */
export const prefecturesJa = [
  '北海道',
  '青森県',
  '岩手県',
  '宮城県',
  '秋田県',
  '山形県',
  '福島県',
  '茨城県',
  '栃木県',
  '群馬県',
  '埼玉県',
  '千葉県',
  '東京都',
  '神奈川県',
  '新潟県',
  '富山県',
  '石川県',
  '福井県',
  '山梨県',
  '長野県',
  '岐阜県',
  '静岡県',
  '愛知県',
  '三重県',
  '滋賀県',
  '京都府',
  '大阪府',
  '兵庫県',
  '奈良県',
  '和歌山県',
  '鳥取県',
  '島根県',
  '岡山県',
  '広島県',
  '山口県',
  '徳島県',
  '香川県',
  '愛媛県',
  '高知県',
  '福岡県',
  '佐賀県',
  '長崎県',
  '熊本県',
  '大分県',
  '宮崎県',
  '鹿児島県',
  '沖縄県',
] as const

/** The sixth digit for a five-digit code: the last digit of 11 − (6a + 5b + 4c + 3d + 2e) mod 11. */
export function municipalityCheckDigit(fiveDigits: string): number {
  if (!/^[0-9]{5}$/.test(fiveDigits)) throw new RangeError(`not five digits: ${fiveDigits}`)
  let sum = 0
  for (let place = 0; place < 5; place += 1) sum += Number(fiveDigits[place]) * (6 - place)
  return (11 - (sum % 11)) % 10
}

/**
 * Whether a value is a 全国地方公共団体コード: six digits as text, because codes of Hokkaido to Tochigi begin with a zero, of an
 * existing prefecture and with the check digit that fits. Whether the municipality exists is not checked.
 */
export function isMunicipalityCode(value: unknown): boolean {
  if (typeof value !== 'string' || !/^[0-9]{6}$/.test(value) || prefectureNameOf(value) === null) return false
  return Number(value[5]) === municipalityCheckDigit(value.slice(0, 5))
}

/** The name for a code that begins with a prefecture's two digits, or null. */
export function prefectureNameOf(code: string): string | null {
  return prefecturesJa[Number(code.slice(0, 2)) - 1] ?? null
}

type CodeKind = 'prefecture' | 'ward' | 'municipality' | 'ended'

/**
 * What a code with the right check digit stands for. A ward of a designated city is no municipality, a special ward of 東京都 is one
 * (地方自治法 第252条の20、第281条). Codes that no municipality has now are of those that ended, mostly by a merger.
 */
export function municipalityCodeKind(code: string): CodeKind {
  const five = code.slice(0, 5)
  const number = five.slice(2)
  if (number === '000') return 'prefecture'
  if (municipalities.has(five)) return 'municipality'
  return number.startsWith('1') ? 'ward' : 'ended'
}
