import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const sources = globSync(['src/*/web/**/*.{ts,tsx}', 'src/ui/*.{ts,tsx}'], { cwd: root })
  .filter((file) => !file.includes('.test.'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))

const filesWith = (pattern: RegExp): string[] => sources.flatMap(({ file, text }) => (pattern.test(text) ? [file] : [])).sort()

test('書き込みは、できたことを言う useWrite のほかにはない', () => {
  expect(filesWith(/\buseMutation[(<]/)).toEqual(['src/ui/client.ts'])
})

test('黙って書くのは、押していないもの、自分の状態を自分で言うもの、フォームが言うものだけ', () => {
  expect(filesWith(/silent: true/)).toEqual([
    'src/delivery/web/worker-home-page.tsx',
    'src/orders/web/manual-page.tsx',
    'src/ui/use-form.ts',
  ])
})

test('契約の外で何かをするページは、フォームか useDeed を通る', () => {
  // An invitation and an application say by the next page what became of them; what ends the session loads the document anew.
  const byNextPage = ['src/main/web/header.tsx', 'src/programme/web/invitation-page.tsx', 'src/programme/web/in-programme.ts']
  const outside = filesWith(/method: 'POST'|authClient\.(?!listSessions|getSession)/).filter((file) => file.includes('/web/'))
  const through = filesWith(/\b(useFreeForm|useForm|useDeed)\(/)
  expect(outside.filter((file) => !through.includes(file) && !byNextPage.includes(file))).toEqual([])
})

test('フォーカスの置き場を見るのは、枠の1か所', () => {
  expect(filesWith(/import .*\bkeepPlace\b/)).toEqual(['src/main/web/shell.tsx'])
})
