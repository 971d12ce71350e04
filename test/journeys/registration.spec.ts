import type { Page } from '@playwright/test'
import { expect, signInAs, test } from '../support/journey.ts'

const password = 'みどりの やま と そら'

const next = (page: Page) => page.getByRole('button', { name: '次へ進む' }).click()

test('住民が申し込み、コーディネーターが面談して登録する', async ({ page, browser, baseURL, expectAccessible, picture }, info) => {
  const name = `見本 ${info.project.name} ${Date.now()}`
  await test.step('説明を読む前には進めない', async () => {
    await page.goto('/register')
    await expect(page.getByLabel('説明を読みました')).toBeVisible()
    await next(page)
    await expect(page.getByRole('alert')).toContainText('説明を読んだことを確かめてください')
    await expectAccessible(page)
    await page.getByLabel('説明を読みました').check()
    await next(page)
  })
  await test.step('あなたのこと: 漢字のフリガナは、その場で断る', async () => {
    await page.getByLabel('氏名').fill(name)
    await page.getByLabel('フリガナ').fill('見本')
    await page.getByLabel('属する自治体').selectOption('大町市')
    await page.getByLabel('都道府県').selectOption('長野県')
    await next(page)
    await expect(page.getByRole('alert')).toContainText('ひらがなかカタカナ')
    await page.getByLabel('フリガナ').fill('みほん')
    await next(page)
  })
  await test.step('戻るボタンと再読み込みでも、入れたものは消えない', async () => {
    await page.getByLabel('毎月ほしい収入の目安').fill('30000')
    await page.goBack()
    await expect(page.getByLabel('氏名')).toHaveValue(name)
    await page.goForward()
    await page.reload()
    await expect(page.getByLabel('毎月ほしい収入の目安')).toHaveValue(/^30,?000$/)
  })
  await test.step('希望、時間、スキル、機材、同意', async () => {
    await page.getByLabel('毎月働きたい時間').fill('40')
    await next(page)
    await page.getByRole('button', { name: '平日に1時間ずつ' }).click()
    await page.getByRole('button', { name: '土曜日を30分増やす' }).click()
    await expect(page.getByText('5時間30分')).toBeVisible()
    await expectAccessible(page)
    await picture('register-time')
    await next(page)
    await next(page)
    await page.getByLabel('パソコン').check()
    await next(page)
    await page.getByLabel('いいえ').check()
    await page.getByLabel('個人情報の取り扱いに同意します').check()
    await page.getByLabel('属する自治体への情報の提供に同意します').check()
    await next(page)
  })
  await test.step('アカウントを作って申し込む', async () => {
    await page.getByLabel('メールアドレス').fill(`applicant-${info.project.name}-${Date.now()}@people.example`)
    await page.getByLabel('パスワード').fill(password)
    await page.getByRole('button', { name: '申し込む' }).click()
    await expect(page.getByRole('heading', { name: '申し込みを受け付けました' })).toBeVisible()
    await page.getByRole('link', { name: '自分の登録内容を見る' }).click()
    await expect(page.getByText('面談の連絡をお待ちください')).toBeVisible()
    await expectAccessible(page)
  })
  await test.step('コーディネーターが面談を記録し、登録する', async () => {
    const context = await browser.newContext({
      ...(baseURL ? { baseURL } : {}),
      locale: 'ja-JP',
      viewport: page.viewportSize() ?? { width: 1280, height: 800 },
    })
    const office = await context.newPage()
    await signInAs(office, 'coordinator')
    await office.goto(`/people?q=${encodeURIComponent(name)}`)
    await office.getByRole('link', { name }).first().click()
    await office.getByRole('button', { name: '面談を記録する' }).first().click()
    await office.getByLabel('登録できる').check()
    await office.getByRole('dialog').getByRole('button', { name: '面談を記録する' }).click()
    await office.getByRole('button', { name: '登録する', exact: true }).click()
    await office.getByRole('dialog').getByRole('button', { name: '登録する', exact: true }).click()
    await expect(office.getByText('登録済み').first()).toBeVisible()
    await expectAccessible(office)
    await context.close()
  })
  await test.step('本人の画面からも、面談待ちの知らせが消える', async () => {
    await page.reload()
    await expect(page.getByRole('heading', { name: 'あなたのこと' })).toBeVisible()
    await expect(page.getByText('面談の連絡をお待ちください')).toBeHidden()
  })
})

test('今日は休む: 1回押すだけで、もう1回押すと戻る', async ({ page, expectAccessible }) => {
  await signInAs(page, 'worker')
  await page.goto('/my/free-minutes')
  const rest = page.getByRole('button', { name: '今日は休む' })
  const work = page.getByRole('button', { name: '今日も使う' })
  await expect(rest.or(work)).toBeVisible()
  if (await work.isVisible()) await work.click()
  await rest.click()
  await expect(work).toBeVisible()
  await expect(page.getByText('今日は休みです。')).toBeVisible()
  await expectAccessible(page)
  await work.click()
  await expect(rest).toBeVisible()
})
