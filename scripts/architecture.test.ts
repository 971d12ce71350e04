import { describe, expect, test } from 'vitest'
import { sha256Of } from '../src/platform/db/migration/files.ts'
import { parseLocks, printList } from './architecture/migrations.ts'
import { graphViolations } from './architecture/graph.ts'
import { readSource } from './architecture/source.ts'
import { violations } from './architecture.ts'

const pages = {
  'ARCHITECTURE.md': 'src/units/ src/platform/ src/people/ src/orders/ src/money/ src/ui/ src/main/',
  'GLOSSARY.md': '| 円 | zero | `src/units/yen.ts` |',
  'src/units/yen.ts': 'export const zero = 0\n',
}

/** Checks a tree of paths and texts that stands beside the pages every repository needs. */
function check(tree: Record<string, string>): string[] {
  return violations(Object.entries({ ...pages, ...tree }).map(([path, text]) => ({ path, text })))
}

const action = { 'src/orders/actions/accept-offer.ts': 'export const a = 1', 'src/orders/actions/accept-offer.test.ts': '' }

test('整った木には何も言わない', () => {
  expect(
    check({
      ...action,
      'src/orders/rules/terms.ts': `import { zero } from '../../units/yen.ts'\nexport const fee = zero`,
      'src/orders/actions/accept-offer.ts': `import { fee } from '../rules/terms.ts'\nimport { row } from '../store.ts'\nexport const accept = [fee, row]`,
      'src/orders/store.ts': `import pg from 'pg'\nexport const row = (db: pg.Client) => db.query('select 1')`,
      'src/orders/contract.ts': `export const contract = { accept: { refusals: ['offer-taken'] } }`,
      'src/orders/messages.ja/index.ts': `export const ja = { refusals: { 'offer-taken': 'ほかの人が先に受けました。' } }`,
      'src/orders/messages.en/index.ts': `export const en = { refusals: { 'offer-taken': 'Somebody else was first.' } }`,
      'db/migrations/0001_orders.sql': '-- Locks: none',
      'db/migrations/0002_offers.sql': '-- Locks: none',
    }),
  ).toEqual([])
})

describe('並び順', () => {
  test('左のフォルダーは右を使えない', () => {
    expect(check({ 'src/people/rules/skill.ts': `import '../../orders/rules/terms.ts'`, 'src/orders/rules/terms.ts': '' })).toEqual([
      'src/people/rules/skill.ts: import ../../orders/rules/terms.ts: people stands left of orders: ' +
        'publish an event, or let people own the idea and orders set it',
    ])
  })

  test.for([
    'await import("../orders/store.ts")',
    'export * from "../orders/store.ts"',
    'type T = import("../orders/store.ts").T',
    'import type { T } from "../orders/store.ts"',
  ])('どの書き方の取り込みも見つける: %s', (text) => {
    expect(check({ 'src/platform/x.ts': text, 'src/orders/store.ts': '' })).toHaveLength(1)
  })

  test('ui は業務を知らず、画面だけが ui を使う', () => {
    expect(check({ 'src/ui/a.ts': `import '../orders/rules/terms.ts'`, 'src/orders/rules/terms.ts': '' })[0]).toMatch(
      /ui holds no business words/,
    )
    expect(check({ 'src/orders/routes.ts': `import '../ui/a.ts'`, 'src/ui/a.ts': '' })[0]).toMatch(/only web uses ui/)
  })

  test('製品はテストや道具を使わない', () => {
    expect(check({ 'src/platform/x.ts': `import '../../test/a.ts'`, 'test/a.ts': '' })).toEqual([
      'src/platform/x.ts: import ../../test/a.ts: the product does not use test',
    ])
  })
})

describe('役割', () => {
  test.for([
    ['rules/a.ts', '../store.ts', 'rules may use rules of its own area, not store'],
    ['routes.ts', './web/page.ts', 'routes may use routes, contract, actions, store, rules, documents of its own area, not web'],
    ['store.ts', './actions/accept-offer.ts', 'store may use store, rules of its own area, not actions'],
    ['contract.ts', './store.ts', 'contract may use contract, rules of its own area, not store'],
    ['web/page.ts', '../actions/accept-offer.ts', 'web may use web, contract, rules, messages of its own area, not actions'],
  ] as const)('%s は %s を使えない', ([from, specifier, remedy]) => {
    const tree = { ...action, 'src/orders/store.ts': '', 'src/orders/web/page.ts': '' }
    expect(check({ ...tree, [`src/orders/${from}`]: `import '${specifier}'` })).toEqual([
      `src/orders/${from}: import ${specifier}: ${remedy}`,
    ])
  })

  test('左の区画の store は使えない', () => {
    const tree = { ...action, 'src/people/store.ts': '', 'src/orders/actions/accept-offer.ts': `import '../../people/store.ts'` }
    expect(check(tree)[0]).toMatch(/actions may use rules, actions, documents of people, not store/)
  })

  test('store は契約の型だけを名指せる', () => {
    const contract = { 'src/orders/contract.ts': '' }
    expect(check({ ...contract, 'src/orders/store.ts': `import type { A } from './contract.ts'` })).toEqual([])
    expect(check({ ...contract, 'src/orders/store.ts': `import { a } from './contract.ts'` })).toHaveLength(1)
  })

  test('決まった名前のほかは置けない', () => {
    expect(check({ 'src/orders/model.ts': '' })[0]).toMatch(/unknown role/)
    expect(check({ 'src/marketing/store.ts': '' })[0]).toMatch(/unknown area/)
    expect(check({ 'src/platform/utils.ts': '' })[0]).toMatch(/say what it holds/)
    expect(check({ 'src/platform/AuditLog.ts': '' })[0]).toMatch(/lower case/)
  })

  test('store は基盤の時計を読まない', () => {
    expect(check({ 'src/orders/store/a.ts': 'export const a = sql`select now()`' })[0]).toMatch(/clock of the database/)
    expect(check({ 'src/orders/store/a.ts': 'export const a = sql`select ${now}, unknown()`' })).toEqual([])
  })

  test('SQL は store だけ', () => {
    for (const text of ['db.selectFrom("a")', 'const q = sql`select 1`', `import { sql } from 'kysely'`]) {
      expect(check({ ...action, 'src/orders/actions/accept-offer.ts': text })[0]).toMatch(/all SQL of an area is in its store/)
      expect(check({ 'src/orders/store.ts': text })).toEqual([])
    }
  })

  test.for(['Date.now()', 'new Date()', 'Math.random()', `import { readFileSync } from 'node:fs'`])('規則は純粋: %s', (text) => {
    expect(check({ 'src/orders/rules/terms.ts': text })[0]).toMatch(/not pure/)
    expect(check({ 'src/orders/rules/terms.test.ts': text })).toEqual([])
  })

  test('日付を読むだけの規則は純粋', () => {
    expect(check({ 'src/orders/rules/terms.ts': 'export const day = (text: string) => new Date(text)' })).toEqual([])
  })

  test('行いにはとなりのテストが要る', () => {
    expect(check({ 'src/orders/actions/accept-offer.ts': '' })).toEqual([
      'src/orders/actions/accept-offer.ts: action without a test: write one beside it',
    ])
  })
})

describe('マッチングの部屋', () => {
  const house = 'src/matching/rules'
  const map = { 'ARCHITECTURE.md': 'src/units/ src/matching/' }
  const files = ['solve', 'heap', 'problem/problem', 'prices/certify', 'search/improve', 'replan/refresh', 'verify/verify']
  const built = Object.fromEntries([...files, 'assignment/solve-assignment', 'assignment/tree'].map((name) => [`${house}/${name}.ts`, '']))
  const enter = (from: string, text: string) => check({ ...map, ...built, [`${house}/${from}.ts`]: text })

  test.for([
    ['prices/certify', `import '../problem/problem.ts'`],
    ['search/improve', `import '../heap.ts'`],
    ['solve', `import './assignment/solve-assignment.ts'`],
    ['replan/refresh', `import '../solve.ts'`],
    ['verify/verify', `import type { Problem } from '../problem/problem.ts'`],
    ['search/improve.test', `import '../replan/refresh.ts'`],
  ] as const)('%s には %s と書ける', ([from, text]) => {
    expect(enter(from, text)).toEqual([])
  })

  test.for([
    ['problem/problem', `import '../prices/certify.ts'`, 'prices stands below problem'],
    ['prices/certify', `import type { A } from '../search/improve.ts'`, 'search stands below prices'],
    ['search/improve', `import '../solve.ts'`, 'solve stands below search'],
    ['solve', `import './replan/refresh.ts'`, 'replan stands below solve'],
    ['heap', `import './problem/problem.ts'`, 'problem stands below the ground'],
    ['solve', `import './assignment/tree.ts'`, 'solve reaches assignment only by solve-assignment.ts'],
    ['search/improve', `import '../assignment/solve-assignment.ts'`, 'only solve reaches assignment'],
    ['assignment/tree', `import '../prices/certify.ts'`, 'assignment uses only problem and the ground'],
    ['solve', `import './verify/verify.ts'`, 'nothing here uses verify'],
    ['verify/verify', `import '../problem/problem.ts'`, 'verify takes only types, and only of problem'],
    ['verify/verify', `import type { A } from '../prices/certify.ts'`, 'verify takes only types, and only of problem'],
    ['verify/verify', `import '../heap.ts'`, 'verify takes only types, and only of problem'],
  ] as const)('%s には %s と書けない', ([from, text, remedy]) => {
    const lines = enter(from, text)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(remedy)
  })

  test('部屋の外には土台だけが立つ', () => {
    expect(enter('cellar', '')[0]).toMatch(/put it into problem, prices/)
    expect(enter('cellar/wine', '')[0]).toMatch(/put it into problem, prices/)
  })
})

test('規則は輪にならない。型だけでも', () => {
  const a = `import type { B } from './b.ts'`
  expect(check({ 'src/orders/rules/a.ts': a, 'src/orders/rules/b.ts': `export * from './c.ts'`, 'src/orders/rules/c.ts': '' })).toEqual([])
  const ring = { 'src/orders/rules/a.ts': a, 'src/orders/rules/b.ts': `export * from './c.ts'`, 'src/orders/rules/c.ts': `import './a.ts'` }
  expect(check(ring)).toEqual([
    'src/orders/rules/a.ts: circle: a.ts → b.ts → c.ts → a.ts: move what both need into a file that knows neither',
  ])
  expect(check({ ...ring, 'src/orders/rules/d.ts': `import './a.ts'` })).toHaveLength(1)
})

describe('ことば', () => {
  test('.tsx に日本語は書かず、注釈には書いてよい', () => {
    expect(check({ 'src/ui/a.tsx': 'export const a = <p>本文</p>' })[0]).toMatch(/put it into the messages/)
    expect(check({ 'src/ui/a.tsx': 'export const a = <p title="題" />' })[0]).toMatch(/put it into the messages/)
    expect(check({ 'src/ui/a.tsx': '// 下請法第3条\nexport const a = <p />' })).toEqual([])
  })

  test('名前とキーは英語', () => {
    expect(check({ 'src/orders/rules/a.ts': 'export const 検収 = 1' })[0]).toMatch(/names and keys are English/)
    expect(check({ 'src/orders/rules/a.ts': `export const a = { '検収': 1 }` })[0]).toMatch(/names and keys are English/)
    expect(check({ 'src/orders/rules/a.ts': `export const label = '検収'` })).toEqual([])
    expect(check({ 'src/orders/documents/a.ts': `export const a = { '検収': 1 }` })).toEqual([])
  })

  test('断る理由には日本語と英語のことばが要る', () => {
    expect(
      check({
        'src/orders/contract.ts': `const c = { refusals: ['offer-taken'] }`,
        'src/orders/messages.ja/index.ts': `const m = { refusals: { 'offer-taken': 'x' } }`,
      }),
    ).toEqual(['src/orders/contract.ts: refusals without words: give offer-taken a sentence under refusals in src/orders/messages.en/'])
  })
})

describe('だれができるか', () => {
  test.for([
    `export const may = (role: string) => role === 'director'`,
    `export const may = (role: string) => role !== 'office'`,
    `export const may = (role: string) => ['sales', 'administrator'].includes(role)`,
    `export const f = (role: string) => { switch (role) { case 'officer': return 1 } }`,
  ])('画面は役割の名前で決めない: %s', (text) => {
    expect(check({ 'src/orders/web/page.tsx': text })[0]).toMatch(/src\/orders\/web\/page.tsx: role \w+: a page asks the contract/)
    expect(check({ 'src/orders/web/page.test.ts': text })).toEqual([])
  })

  test('画面で同じつづりの欄や言葉は使える', () => {
    const text = `export const columns = [{ key: 'client' }, { key: 'worker' }]; export const kinds = ['client', 'package']; export const one = row.client`
    expect(check({ 'src/orders/web/page.tsx': text })).toEqual([])
  })

  test('できる人の一覧は、区画の1つのファイルで名付ける', () => {
    const list = `export const directing = { ...leading, director: ['programme', 'order'] } as const`
    for (const path of ['src/orders/contract.ts', 'src/orders/documents/index.ts', 'src/orders/routes.ts']) {
      expect(check({ [path]: list })).toEqual([`${path}: list of who may (director): name it in rules/who-may.ts of its area`])
    }
    expect(check({ 'src/orders/rules/who-may.ts': list })).toEqual([])
    expect(
      check({
        'src/orders/actions/accept-offer.ts': `export const scope = { client: [id] }`,
        'src/orders/actions/accept-offer.test.ts': '',
      }),
    ).toEqual([])
  })

  test('一覧の名前は、どの区画でも1つの意味を持つ', () => {
    const list = `export const overseeing = {}`
    expect(check({ 'src/money/rules/who-may.ts': list, 'src/orders/rules/who-may.ts': list })).toEqual([
      'src/orders/rules/who-may.ts: list overseeing: another area has one of this name: take that one, or say what differs',
    ])
  })
})

describe('だれがだれを使うか', () => {
  const graph = (tree: Record<string, string>) => graphViolations(Object.entries(tree).map(([path, text]) => readSource({ path, text })))
  const root = { 'src/main/main.ts': `import { a } from '../platform/a.ts'\nexport const main = a` }

  test('輪になったファイルを見つけ、輪でない鎖は通す', () => {
    const chain = { ...root, 'src/platform/a.ts': `import { b } from './b.ts'\nexport const a = b` }
    expect(graph({ ...chain, 'src/platform/b.ts': 'export const b = 1' })).toEqual([])
    const circle = { ...chain, 'src/platform/b.ts': `import type { a } from './a.ts'\nexport const b: typeof a = 1` }
    expect(graph(circle)).toEqual([
      'src/platform/a.ts: circle: src/platform/a.ts, src/platform/b.ts need each other: move what they share to a file of its own',
    ])
  })

  test('テストだけが使うファイルは製品に置かない', () => {
    const only = {
      ...root,
      'src/platform/a.ts': 'export const a = 1',
      'src/platform/b.ts': 'export const b = 1',
      'src/platform/b.test.ts': `import { b } from './b.ts'\nb`,
    }
    expect(graph(only)).toEqual([
      'src/platform/b.ts: no file of the product uses it: delete it, or move what only tests use to test/support',
      'src/platform/b.ts: only tests take b: delete it, or move it to test/support',
    ])
  })

  test('だれも使わない輸出を見つけ、使われるものと中で使ってテストに見せるものは通す', () => {
    const tree = (a: string) => ({ ...root, 'src/platform/a.ts': a, 'src/platform/a.test.ts': `import { inner } from './a.ts'\ninner` })
    expect(graph(tree('export const inner = 1\nexport const a = inner'))).toEqual([])
    expect(graph(tree('export const inner = 1\nexport const a = inner\nexport interface Alone { a: 1 }'))).toEqual([
      'src/platform/a.ts: nobody takes Alone: drop its export, or delete it',
    ])
    expect(graph(tree('export const inner = 1\nexport const a = 2'))).toHaveLength(1)
    expect(graph(tree('export const { inner, alone: [other] } = made()\nexport const a = inner'))).toEqual([
      'src/platform/a.ts: nobody takes other: drop its export, or delete it',
    ])
  })
})

describe('ファイル', () => {
  test('行は160字まで', () => {
    expect(check({ 'test/x.ts': `const a = '${'あ'.repeat(148)}'` })).toEqual([])
    expect(check({ 'test/x.ts': `\nconst a = '${'あ'.repeat(149)}'` })).toEqual([
      'test/x.ts: width: line 2 has more than 160 characters, break it',
    ])
    expect(check({ 'src/orders/documents/notice/v1-words.ts': `// ${'a'.repeat(160)}` })).toEqual([])
  })

  test('400行を超えない', () => {
    expect(check({ 'src/platform/x.ts': '\n'.repeat(400) })).toEqual([])
    expect(check({ 'src/platform/x.ts': '\n'.repeat(401) })[0]).toMatch(/401 lines/)
    expect(check({ 'src/platform/x.generated.ts': '\n'.repeat(401) })).toEqual([])
  })

  test('取り込みは拡張子まで書き、相手がある', () => {
    expect(check({ 'src/platform/x.ts': `import './y'` })[0]).toMatch(/file's extension/)
    expect(check({ 'src/platform/x.ts': `import './y.ts'` })[0]).toMatch(/no such file/)
  })

  test('画面のある領域の言葉は、3つの言語の同じ並びにある', () => {
    const words = { 'src/people/messages.ja/index.ts': '', 'src/people/messages.en/index.ts': '', 'src/people/messages.easy/index.ts': '' }
    const pages = { 'src/people/web/pages.tsx': '' }
    expect(check({ ...pages, ...words })).toEqual([])
    expect(check({ ...pages, ...words, 'src/people/messages.ja.ts': '' })[0]).toMatch(/unknown role/)
    expect(check(pages).map((line) => line.split(':')[0])).toEqual(Object.keys(words))
  })

  const sql = '-- Locks: none, every table is new.\n'

  test('移行の番号は抜けず、重ならない', () => {
    expect(check({ 'db/migrations/0001_a.sql': sql, 'db/migrations/0003_b.sql': sql })).toEqual([
      'db/migrations/0003_b.sql: migration number: the next one is 0002, without gaps or doubles',
    ])
    expect(check({ 'db/migrations/0001_a.sql': sql, 'db/migrations/0001_b.sql': sql })).toHaveLength(1)
    expect(check({ 'db/migrations/first.sql': sql })[0]).toMatch(/migration name/)
    expect(check({ 'db/migrations/0001_money.sql': `${sql}create schema money;` })).toEqual([])
    expect(check({ 'db/migrations/0001_cash.sql': `${sql}create schema cash;` })[0]).toMatch(/schema cash/)
  })

  test('移行は、載せた後は変えず、なくさない', () => {
    const listed = (text: string) => ({ 'db/migrations.sha256': printList(new Map([['0001_a.sql', sha256Of(text)]])) })
    expect(check({ 'db/migrations/0001_a.sql': sql, ...listed(sql) })).toEqual([])
    expect(check({ 'db/migrations/0001_a.sql': `${sql}select 1;`, ...listed(sql) })[0]).toMatch(/^db\/migrations\/0001_a.sql: frozen/)
    expect(check({ 'db/migrations/0001_a.sql': sql, 'db/migrations/0002_b.sql': sql, ...listed(sql) })[0]).toMatch(/0002_b.sql: not listed/)
    expect(check(listed(sql))[0]).toMatch(/0001_a.sql is gone/)
  })

  test.for([
    ['-- Locks: none', []],
    ['-- Locks: none, two functions.', []],
    ['-- Locks: money.entry ACCESS EXCLUSIVE for an instant, a column.', [['money.entry', 'ACCESS EXCLUSIVE']]],
    [
      '-- Locks: money.entry SHARE ROW EXCLUSIVE for an instant.\n-- Locks: sales.client SHARE while its index is built, 1 s.',
      [
        ['money.entry', 'SHARE ROW EXCLUSIVE'],
        ['sales.client', 'SHARE'],
      ],
    ],
  ] as const)('移行は、掛けるロックを言う: %s', ([line, locks]) => {
    expect([...parseLocks(`${line}\nselect 1`)]).toEqual(locks)
  })

  test.for([
    '',
    '-- Locks: few',
    '-- Locks: money.entry',
    '-- Locks: money.entry ACCESS EXCLUSIVE',
    '-- Locks: none\n-- Locks: money.entry SHARE',
  ])('移行のロックが読めない: %s', (line) => {
    expect(check({ 'db/migrations/0001_a.sql': line })[0]).toMatch(/line on locks/)
  })

  test('文書のつなぎ先は、あるファイルかフォルダーだけ', () => {
    const page = (link: string) => check({ 'docs/a.md': `[x](${link})` })
    for (const link of ['../src/units/yen.ts', '../src/units', '../GLOSSARY.md#a', '#a', 'https://example.jp/'])
      expect(page(link)).toEqual([])
    expect(page('../src/units/ratio.ts')).toEqual(['docs/a.md: link src/units/ratio.ts: there is no such file'])
  })

  test('用語集の道はあり、地図はどのフォルダーも載せる', () => {
    expect(check({ 'GLOSSARY.md': '検収 | acceptance | `src/delivery/rules/acceptance.ts`' })).toEqual([
      'GLOSSARY.md: path src/delivery/rules/acceptance.ts: there is no such file',
    ])
    expect(check({ 'src/matching/rules/solve.ts': '' })).toEqual(['ARCHITECTURE.md: src/matching: say what it is'])
    expect(check({ 'README.md': 'src/units src/platform src/people src/orders src/money src/ui' })).toEqual([])
    expect(check({ 'README.md': '' })).toEqual(['README.md: src/units: say what it is'])
    expect(violations([])).toHaveLength(2)
  })

  test.for([
    ['pay date', 'payDate'],
    ['pay date', 'type PayDate'],
    ['pay date', 'pay-date'],
    ['pay date', 'pay_date'],
    ['pay date', 'Pay dates are days'],
    ['pay-date (支払期日, the last day)', 'payDateOf'],
    ['purchase statement / payment notice', `'purchase-statement' | 'payment-notice'`],
    ['entry, posting', 'type Entry = Posting[]'],
  ])('用語集の語 %s は、そのファイルにある: %s', ([term, text]) => {
    expect(check({ 'GLOSSARY.md': `| 語 | ${term} | \`src/units/yen.ts\` |`, 'src/units/yen.ts': `// ${text}` })).toEqual([])
  })

  test.for([
    ['plan', 'explanation'],
    ['pay date', 'payTheDate'],
    ['entry, posting', 'entries of 仕訳, the entry'],
  ])('用語集の語 %s がファイルにないと知らせる: %s', ([term, text]) => {
    expect(check({ 'GLOSSARY.md': `| 語 | ${term} | \`src/units/yen.ts\` |`, 'src/units/yen.ts': `// ${text}` })).toHaveLength(1)
  })
})
