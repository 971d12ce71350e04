import { expect, test } from 'vitest'
import { offerReasons } from './offer-reasons.ts'

const facts = { skills: [{ name: 'データ入力', level: 2 }], grows: false, minutes: 90, freeMinutes: 600, wantedMinutes: 1200, siteName: null }

test('理由は事実だけを短く言う', () => {
  expect(offerReasons(facts)).toEqual(['必要なスキルがあります（データ入力 レベル2）', '納期までの空き時間10時間のうち、1時間30分でできます', '希望の作業時間（期間内に20時間）の中に収まります'])
})

test('スキルの要らない仕事、拠点の仕事、育つ仕事', () => {
  expect(offerReasons({ ...facts, skills: [], siteName: '大町拠点', wantedMinutes: null })).toEqual(['特別なスキルがなくてもできます', '納期までの空き時間10時間のうち、1時間30分でできます', 'ふだん使う拠点（大町拠点）でできます'])
  expect(offerReasons({ ...facts, grows: true })[0]).toContain('次のレベル')
})
