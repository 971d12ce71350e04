import { describe, expect, test } from 'vitest'
import { roles } from '../../programme/rules/roles.ts'
import { languages } from '../../ui/language.ts'
import { homePage, isOpenTo, pages, pagesAbove, pagesByPath, placesOf } from './pages.ts'

const account = { id: 'a', name: 'a', email: 'a@example.jp', secondFactor: false, language: 'ja' }
// The gallery is no part of the product.
const own = pages.filter((page) => !page.path.startsWith('/ui-gallery'))

test('どのページも公開か、見られる役割が決まっている', () => {
  for (const page of own) expect(page.public === true || page.roles !== undefined, page.path).toBe(true)
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

describe.each(roles)('%s', (role) => {
  const session = { account, role }

  test('ホームがちょうど1つあり、開ける', () => {
    const home = homePage(session)
    expect(home).not.toBeNull()
    expect(home && isOpenTo(home, session)).toBe(true)
    expect(own.filter((page) => (Array.isArray(page.home) ? page.home.includes(role) : page.home === role))).toHaveLength(1)
  })

  test('メニューの先はどれも開け、ホームが先頭にある', () => {
    const rail = placesOf(session, 'rail')
    expect(rail[0]?.path).toBe(homePage(session)?.path)
    for (const place of [...rail, ...placesOf(session, 'account')]) expect(isOpenTo(place, session), place.path).toBe(true)
  })

  test('メニューに同じ言葉の場所は2つない', () => {
    const rail = placesOf(session, 'rail')
    for (const language of languages) expect(new Set(rail.map((place) => place.menu.label(language))).size).toBe(rail.length)
  })

  test('1つのアドレスに開けるページは1つだけある', () => {
    for (const [path, candidates] of pagesByPath) {
      expect(candidates.filter((page) => isOpenTo(page, session)).length, path).toBeLessThanOrEqual(1)
    }
  })
})

test('役割のない人には役割の要るページが開かない', () => {
  for (const page of own.filter((each) => Array.isArray(each.roles))) {
    expect(isOpenTo(page, { account: null, role: null }), page.path).toBe(false)
    expect(isOpenTo(page, { account, role: null }), page.path).toBe(false)
  }
})

test('パンくずは自分より上のページだけで、短い順に並ぶ', () => {
  for (const role of roles) {
    for (const page of own.filter((each) => isOpenTo(each, { account, role }))) {
      const above = pagesAbove(page.path, { account, role })
      for (const { page: parent } of above) expect(page.path.startsWith(`${parent.path}/`), `${page.path} ${parent.path}`).toBe(true)
      expect(above.map(({ depth }) => depth)).toEqual(above.map(({ depth }) => depth).toSorted((left, right) => left - right))
    }
  }
})
