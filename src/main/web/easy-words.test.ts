import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { firstSchoolYear, secondSchoolYear } from '../../../test/support/school-kanji.ts'
import { closureOf, pagesIn, type Shown, textsIn, wordsIn } from '../../../test/support/words-shown.ts'
import { contract as delivery } from '../../delivery/contract/index.ts'
import { easy as deliveryEasy } from '../../delivery/messages.easy/index.ts'
import { notices as deliveryNotices } from '../../delivery/messages.easy/notices.ts'
import { useDeliveryWords } from '../../delivery/web/words.ts'
import { contract as money } from '../../money/contract/index.ts'
import { easy as moneyEasy } from '../../money/messages.easy/index.ts'
import { notices as moneyNotices } from '../../money/messages.easy/notices.ts'
import { useMoneyWords } from '../../money/web/words.ts'
import { contract as orders } from '../../orders/contract/index.ts'
import { easy as ordersEasy } from '../../orders/messages.easy/index.ts'
import { notices as ordersNotices } from '../../orders/messages.easy/notices.ts'
import { useOrderWords, useStaffWords, useWorkerWords } from '../../orders/web/words.ts'
import { contract as people } from '../../people/contract/index.ts'
import { easy as peopleEasy } from '../../people/messages.easy/index.ts'
import { notices as peopleNotices } from '../../people/messages.easy/notices.ts'
import { usePeopleWords } from '../../people/web/words.ts'
import { mayTry } from '../../platform/access.ts'
import type { AnyContract } from '../../platform/contract.ts'
import { contract as programme } from '../../programme/contract/index.ts'
import { easy as programmeEasy } from '../../programme/messages.easy/index.ts'
import { terms } from '../../programme/messages.easy/terms.ts'
import { useProgrammeWords, useTerms } from '../../programme/web/words.ts'
import { common, easy as uiEasy } from '../../ui/messages.easy.ts'
import { useCommonWords, useWords } from '../../ui/words.ts'
import { easy as shellEasy } from './messages.easy.ts'
import { isOpenTo, type Viewer } from './page-access.ts'
import { pages } from './pages.ts'
import { useShellWords } from './words.ts'

const root = resolve(import.meta.dirname, '../../..')
const account = { id: 'a', name: 'a', email: 'a@example.jp', secondFactor: false, language: 'easy' }
const membership = { programmeId: 'p', programmeName: '', scopeName: '', scopeId: 'w', personId: 'w' }
const worker: Viewer = { account, current: { ...membership, role: 'worker', scopeKind: 'self' } }
/** Whoever starts a programme of their own is no worker. */
const ofOperators = ['/programmes/new']

const below = { ...common, ...terms }
/** Each hook with its words as they are written, and the contracts whose refusals it says. */
const homes: Record<string, { use: { in: (language: 'ja') => object }; easy: object; contracts: readonly AnyContract[] | null }> = {
  useWords: { use: useWords, easy: uiEasy, contracts: null },
  useCommonWords: { use: useCommonWords, easy: common, contracts: null },
  useTerms: { use: useTerms, easy: below, contracts: null },
  useShellWords: { use: useShellWords, easy: shellEasy, contracts: null },
  useProgrammeWords: { use: useProgrammeWords, easy: { ...below, ...programmeEasy }, contracts: Object.values(programme) },
  usePeopleWords: { use: usePeopleWords, easy: { ...below, ...peopleEasy }, contracts: Object.values(people) },
  useOrderWords: {
    use: useOrderWords,
    easy: { ...ordersEasy, worker: { ...below, ...ordersEasy.worker } },
    contracts: Object.values(orders),
  },
  useWorkerWords: { use: useWorkerWords, easy: { ...below, ...ordersEasy.worker }, contracts: null },
  useStaffWords: { use: useStaffWords, easy: { ...below, ...ordersEasy.staff }, contracts: null },
  useDeliveryWords: { use: useDeliveryWords, easy: { ...below, ...deliveryEasy }, contracts: Object.values(delivery) },
  useMoneyWords: { use: useMoneyWords, easy: { ...below, ...moneyEasy }, contracts: Object.values(money) },
}

/** The pages that a visitor, a newcomer or a worker can open, by the product's own rule, with the frame around them. */
function shownToWorkers(): Shown[] {
  const open = globSync('src/*/web/pages.tsx', { cwd: root })
    .flatMap((file) => pagesIn(resolve(root, file)))
    .filter(({ path }) => !path.startsWith('/ui-gallery') && !ofOperators.includes(path))
    .filter(({ path }) => pages.some((page) => page.path === path && (page.home === 'newcomer' || isOpenTo(page, worker))))
  const files = new Set(open.flatMap(({ component }) => [...closureOf(component)]))
  for (const frame of ['src/main/web/router.tsx', 'src/main/web/notifications-page.tsx']) closureOf(resolve(root, frame), files)
  return [...open.flatMap(({ words }) => words), ...[...files].flatMap(wordsIn)]
}

const at = (tree: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (below, key) => (typeof below === 'object' && below !== null ? (below as Record<string, unknown>)[key] : undefined),
    tree,
  )
const leaves = (tree: unknown, path: readonly string[]): (readonly string[])[] =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)
    ? Object.entries(tree).flatMap(([key, value]) => leaves(value, [...path, key]))
    : [path]

const holder = { userId: account.id, grants: worker.current === null ? [] : [worker.current] }
const refusalsOf = (contracts: readonly AnyContract[]): ReadonlySet<string> =>
  new Set(contracts.flatMap((entry) => (entry.kind === 'write' && mayTry(holder, entry.allow) ? entry.refusals : [])))

describe('ワーカーと申し込む人のページ', () => {
  const needed = new Set<string>()
  const missing = new Set<string>()
  for (const { hook, path } of shownToWorkers()) {
    const home = homes[hook]
    const ja = home?.use.in('ja')
    if (!home || path.length === 0 || at(ja, path) === undefined) continue
    const met = home.contracts === null ? null : refusalsOf(home.contracts)
    for (const leaf of leaves(at(ja, path), path)) {
      if (met !== null && leaf[0] === 'refusals' && !met.has(leaf[1] ?? '')) continue
      needed.add(`${hook} ${leaf.join('.')}`)
      if (at(home.easy, leaf) === undefined) missing.add(`${hook} ${leaf.join('.')}`)
    }
  }

  test('どの言葉にも、やさしい日本語がある', () => {
    expect(needed.size).toBeGreaterThan(950)
    for (const word of ['usePeopleWords consents.text.personal-data', 'usePeopleWords bank.postText', 'usePeopleWords invoice.doubt'])
      expect(needed).toContain(word)
    for (const word of [
      'useOrderWords worker.jobs',
      'useShellWords news.title',
      'useShellWords signInAgain.ended',
      'useMoneyWords mine.next',
    ])
      expect(needed).toContain(word)
    expect([...missing].sort()).toEqual([])
  })

  test('本人に届くお知らせにも、やさしい日本語がある', () => {
    expect(Object.keys(peopleNotices).sort()).toEqual(['account-changed', 'days-changed', 'registered'])
    expect(Object.keys(ordersNotices).sort()).toEqual([
      'hand-back-asked',
      'material-added',
      'message-received',
      'offer-made',
      'question-answered',
      'terms-proposed',
    ])
    expect(Object.keys(deliveryNotices).sort()).toEqual(['hand-in-accepted', 'hand-in-returned'])
    expect(Object.keys(moneyNotices).sort()).toEqual(['account-to-check', 'paid', 'statement-issued'])
  })
})

const mark = /｜([^｜《》]+)《([ぁ-ゖー]+)》/g
const plain = (text: string): string => text.replace(mark, '$1')
const sentencesOf = (text: string): string[] => plain(text).split(/[。！？\n]/)

const files = globSync(['src/*/messages.easy/*.ts', 'src/ui/messages.easy.ts', 'src/main/web/messages.easy.ts'], { cwd: root })
const texts = files
  .flatMap((file) => textsIn(resolve(root, file)).map((text) => ({ file, text })))
  .filter(({ text }) => /[ぁ-ん]/.test(text))
const breaking = (isBroken: (text: string) => boolean): string[] =>
  texts.filter(({ text }) => isBroken(text)).map(({ file, text }) => `${file}: ${text}`)

/** Words that are hard, or that say something else than they should; instead of each, what is written here. */
const words: Readonly<Record<string, string>> = {
  仕事: 'しごと',
  税抜: '税を 入れない',
  税込: '税を 入れた',
  税なし: '税を 入れない',
  ぜいきん: '税',
  打診: 'おさそい',
  納期: '出す 日',
  検収: 'よいと 決まる',
  受領: '受け取る',
  報酬: 'しごとの お金',
  手順書: 'やり方',
  見送: 'ことわる',
  提出: '出す',
  手放: 'やめる',
  取り消: 'やめる',
  入力: '書く',
  氏名: '名前',
  雇: 'やとう',
  未定: 'まだ 決まって いない',
}
/** As the guidelines name them: what is done to somebody, and a no that says yes. Both are said straight. */
const passive = /(され|られ|[払使行言思扱]われ|[書引開招聞置]かれ)(る|ま|た|て|な)/
const doubleNegation = /(ない|ません)(わけ|こと)(では|は|も)(ない|ありません)|ないと いけ|なければ/

describe('やさしい日本語の決まり', () => {
  test('1つの文は30文字まで', () => {
    expect(texts.length).toBeGreaterThan(1_200)
    expect(breaking((text) => sentencesOf(text).some((sentence) => sentence.trim().length > 30))).toEqual([])
  })

  test('小学校1・2年で習わない漢字には、ルビがある', () => {
    expect([firstSchoolYear.size, secondSchoolYear.size]).toEqual([80, 160])
    const isHard = (letter: string) => /\p{Script=Han}/u.test(letter) && !firstSchoolYear.has(letter) && !secondSchoolYear.has(letter)
    expect(breaking((text) => [...text.replace(mark, '')].some(isHard))).toEqual([])
    expect(texts.filter(({ text }) => text.includes('《')).length).toBeGreaterThan(400)
  })

  test('ルビの形が正しい', () => {
    expect(breaking((text) => /[｜《》]/.test(plain(text)))).toEqual([])
    expect(breaking((text) => [...text.matchAll(mark)].some(([, base]) => !/^\p{Script=Han}+$/u.test(base ?? '')))).toEqual([])
  })

  test('むずかしい言葉と、ちがう意味に読める言葉を使わない', () => {
    const found = Object.entries(words).flatMap(([word, better]) =>
      breaking((text) => plain(text).includes(word)).map((where) => `${where} → ${better}`),
    )
    expect(found).toEqual([])
  })

  test('受け身と二重の否定を使わない', () => {
    expect(breaking((text) => passive.test(plain(text)))).toEqual([])
    expect(breaking((text) => doubleNegation.test(plain(text).replaceAll(' ', '')))).toEqual([])
    for (const sentence of ['お金は 払われます', 'あした 送られます', '検査されます', '紙が 書かれて います'])
      expect(sentence).toMatch(passive)
    expect('出さない ことは ありません'.replaceAll(' ', '')).toMatch(doubleNegation)
  })
})
