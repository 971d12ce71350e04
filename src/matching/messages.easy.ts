import type { Easy } from '../ui/messages.ts'
import { plan } from './messages.easy/plan.ts'
import type { Messages } from './messages.ja.ts'

export const easy: Easy<Messages> = {
  plan,
  fairness: {
    title: 'しごとが とどいているか',
    lead: 'どの 市にも、どの人にも、しごとが とどいているかを 見ます。',
    reasons: {
      'has-work': 'しごとを している',
      'offer-waits': 'へんじを まっている',
      'no-free-time': 'あいている 時間が ない',
      skill: 'わざが 足りない',
      equipment: 'どうぐが 足りない',
      site: '場所が ちがう',
      'no-work-left': 'しごとが ない',
      declined: 'ことわった しごとだけ',
      'could-be-offered': 'できる しごとが ある',
    },
    note: 'ことわっても、じゅんばんは かわりません。',
  },
  capacity: {
    title: 'できる りょう',
    lead: 'その日までに 何時間 できるかを しらべます。',
    ask: 'しらべる',
    asking: 'しらべています',
    all: (hours, date) => `${date}までに ${hours}、ぜんぶ できます`,
    part: (asked, met) => `${asked}の うち、${met} できます`,
    none: 'いまは できません',
    people: (people) => `${people}人で します`,
    missing: (people, each) => `あと ${people}人 いります（ひとり ${each}）`,
    missingSkill: (people, skills, each) => `${skills}の人が あと ${people}人 いります（ひとり ${each}）`,
    later: (date) => `${date}までなら、ぜんぶ できます`,
    never: '12しゅうかん まっても、ぜんぶは できません',
    firstTitle: '時間と 日を 入れてください',
  },
}
