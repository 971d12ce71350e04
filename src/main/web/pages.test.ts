import { describe, expect, test } from 'vitest'
import { mayTry } from '../../platform/access.ts'
import { roleNames, roles, scopesOf } from '../../programme/rules/roles.ts'
import { languages } from '../../ui/language.ts'
import { loadLanguage } from '../../ui/messages.ts'
import { isOpenTo } from './page-access.ts'
import { homePage, pages, pagesAbove, pagesByPath, placesOf } from './pages.ts'

const account = { id: 'a', name: 'a', email: 'a@example.jp', secondFactor: false, language: 'ja' }
// The gallery is no part of the product.
const own = pages.filter((page) => !page.path.startsWith('/ui-gallery'))

/** Everybody who can be at work: each role for each kind of scope. */
const everybody = roleNames.flatMap((role) =>
  scopesOf(role).map((scopeKind) => ({
    account,
    current: { programmeId: 'p', programmeName: '', role, scopeKind, scopeId: 's', scopeName: '', personId: null },
  })),
)

await Promise.all(languages.map(loadLanguage))

test('どのページも公開か、要るものが決まっている', () => {
  for (const page of own) expect(page.public === true || page.needs !== null, page.path).toBe(true)
})

test('どのページも3つの言語で題がある', () => {
  for (const page of own) for (const language of languages) expect(page.title(language), `${page.path} ${language}`).toMatch(/\S/)
})

test('英語の題とメニューに日本語が混じらない', () => {
  for (const page of own) {
    expect(page.title('en'), page.path).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/)
    expect(page.menu?.label('en') ?? '', page.path).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/)
  }
})

describe.each(everybody.map((viewer) => ({ who: `${viewer.current.role} for ${viewer.current.scopeKind}`, viewer })))(
  '$who',
  ({ viewer }) => {
    const { role, scopeKind } = viewer.current

    test('ホームは役割の表のとおりで、開ける', () => {
      const home = homePage(viewer)
      expect(home?.path).toBe(roles[role].home)
      expect(home && isOpenTo(home, viewer)).toBe(true)
    })

    test('開けるのは、サーバーが答えるページのうち、本人のものとほかの役割のホームを除いたもの', () => {
      const holder = { userId: account.id, grants: [viewer.current] }
      for (const page of own.filter((each) => each.public !== true)) {
        const isAnswered = page.needs?.every(({ allow }) => mayTry(holder, allow)) === true
        const isOfOthers = page.home === 'role' ? page.path !== roles[role].home : page.heldFor !== undefined && page.heldFor !== scopeKind
        expect(isOpenTo(page, viewer), page.path).toBe(isAnswered && !isOfOthers)
      }
    })

    test('メニューの先はどれも開け、ホームが先頭にある', () => {
      const rail = placesOf(viewer, 'rail')
      expect(rail[0]?.path).toBe(homePage(viewer)?.path)
      for (const place of [...rail, ...placesOf(viewer, 'account')]) expect(isOpenTo(place, viewer), place.path).toBe(true)
    })

    test('メニューに同じ言葉の場所は2つない', () => {
      const rail = placesOf(viewer, 'rail')
      for (const language of languages) expect(new Set(rail.map((place) => place.menu.label(language))).size).toBe(rail.length)
    })

    test('1つのアドレスに開けるページは1つだけある', () => {
      for (const [path, candidates] of pagesByPath) {
        expect(candidates.filter((page) => isOpenTo(page, viewer)).length, path).toBeLessThanOrEqual(1)
      }
    })
  },
)

test('役割のない人には役割の要るページが開かない', () => {
  const newcomer = { userId: account.id, grants: [] }
  for (const page of own.filter((each) => each.needs?.some(({ allow }) => !mayTry(newcomer, allow)))) {
    expect(isOpenTo(page, { account: null, current: null }), page.path).toBe(false)
    expect(isOpenTo(page, { account, current: null }), page.path).toBe(false)
  }
})

test('パンくずは自分より上のページだけで、短い順に並ぶ', () => {
  for (const viewer of everybody) {
    for (const page of own.filter((each) => isOpenTo(each, viewer))) {
      const above = pagesAbove(page.path, viewer)
      for (const { page: parent } of above) expect(page.path.startsWith(`${parent.path}/`), `${page.path} ${parent.path}`).toBe(true)
      expect(above.map(({ depth }) => depth)).toEqual(above.map(({ depth }) => depth).toSorted((left, right) => left - right))
    }
  }
})
