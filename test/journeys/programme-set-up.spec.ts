import { acts } from '../../src/programme/messages.ja/acts.ts'
import { expect, test } from '../support/journey.ts'
import { oneTimeCode } from '../support/one-time-code.ts'

const password = 'ひろい そら と しろい くも'

test('管理者が二要素認証を設定し、事業をつくり、担当者を招く', async ({
  page,
  browser,
  baseURL,
  expectFault,
  expectAccessible,
  picture,
}, info) => {
  const unique = `${info.project.name}-${Date.now()}`
  // The browser notes the refused password in its console.
  expectFault(/400 \(Bad Request\)/)
  await test.step('よく使われるパスワードは断り、ほかの言葉を頼む', async () => {
    await page.goto('/new-account')
    await page.getByLabel('名前').fill('見本 管理')
    await page.getByLabel('メールアドレス').fill(`administrator-${unique}@people.example`)
    await page.getByLabel('パスワード').fill('password123')
    await page.getByRole('button', { name: 'アカウントを作る' }).click()
    await expect(page.getByRole('alert')).toContainText('破られやすいパスワード')
    await page.getByLabel('パスワード').fill(password)
    await page.getByRole('button', { name: 'アカウントを作る' }).click()
    await expect(page.getByRole('heading', { name: 'ようこそ' })).toBeVisible()
  })
  await test.step('二要素認証', async () => {
    await page.goto('/account')
    await page.getByRole('button', { name: '二要素認証を設定する' }).click()
    await page.locator('input[name=password]').fill(password)
    await page.getByRole('button', { name: '次へ進む' }).click()
    await expect(page.getByRole('img', { name: '認証アプリで読み取る二次元コード' })).toBeVisible()
    await expectAccessible(page)
    const secret = await page.locator('code').first().innerText()
    await page.getByLabel('アプリに出た6けたの数字').fill(oneTimeCode(secret, new Date()))
    await page.getByRole('button', { name: '設定を終える' }).click()
    await page.getByRole('button', { name: '控えました' }).click()
    await expect(page.getByText('設定済み')).toBeVisible()
  })
  await test.step('事業をつくる', async () => {
    await page.goto('/programmes/new')
    await page.getByLabel('事業名').fill(`見本の事業 ${unique}`)
    await page.getByLabel('運営団体の名称').fill('見本の運営団体')
    await page.getByRole('button', { name: '事業をつくる' }).click()
    await expect(page.getByText('7項目のうち0項目が完了')).toBeVisible()
    await expectAccessible(page)
    await picture('administrator-home')
  })
  await test.step('団体コードの数字が合わなければ、正しい番号を示す', async () => {
    await page.goto('/administration/municipalities')
    await page.getByRole('button', { name: '自治体を追加する' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('自治体名').fill('大町市')
    await dialog.getByLabel('団体コード（6けた）').fill('202125')
    await dialog.getByLabel('幹事自治体にする').check()
    await dialog.getByRole('button', { name: '自治体を追加する' }).click()
    await expect(dialog).toContainText('確かめの数字をつけると 202126 です。')
    await dialog.getByLabel('団体コード（6けた）').fill('202126')
    await dialog.getByRole('button', { name: '自治体を追加する' }).click()
    await expect(page.getByText('202126')).toBeVisible()
  })
  await test.step('費用を分け、交付金は半分になる', async () => {
    await page.goto('/administration/years')
    await page.getByRole('link', { name: '費用を入力する' }).first().click()
    await page.getByLabel('事業費').first().fill('5995000')
    await page.getByRole('button', { name: '均等に分けて交付金を提案する' }).click()
    await expect(page.getByLabel('交付金', { exact: false }).last()).toHaveValue('2,997,500')
    await expect(page.getByText('負担額の合計が事業費に一致しています。')).toBeVisible()
    await page.getByRole('button', { name: '保存する' }).click()
    await expect(page.getByText('2,997,500円').first()).toBeVisible()
  })
  await test.step('招待のリンクで、コーディネーターが参加する', async () => {
    await page.goto('/administration/people')
    await page.getByRole('button', { name: '担当者を招く' }).click()
    await page.getByRole('dialog').getByLabel('メールアドレス').fill(`coordinator-${unique}@people.example`)
    await page.getByRole('dialog').getByLabel('人材コーディネーター').check()
    await page.getByRole('button', { name: '招待のリンクを作る' }).click()
    const link = await page.getByLabel('このリンクを渡してください').inputValue()
    const context = await browser.newContext({
      ...(baseURL ? { baseURL } : {}),
      locale: 'ja-JP',
      viewport: page.viewportSize() ?? { width: 1280, height: 800 },
    })
    const invited = await context.newPage()
    await invited.goto(link)
    await expectAccessible(invited)
    await invited.getByLabel('名前').fill('見本 調整')
    await invited.getByLabel('パスワード').fill(password)
    await invited.getByRole('button', { name: 'アカウントを作って参加する' }).click()
    await expect(invited.getByRole('heading', { name: '人材コーディネート' })).toBeVisible()
    await invited.goto(link)
    await expect(invited.getByText('この招待は使われました')).toBeVisible()
    await context.close()
  })
  await test.step('操作の記録に、すべてが残る', async () => {
    await page.goto('/administration/audit')
    await expect(page.getByText('書きかえられた跡はありません')).toBeVisible()
    await expect(page.getByText(acts['set-year-cost'] ?? '')).toBeVisible()
    await expectAccessible(page)
  })
})
