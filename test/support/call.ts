import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { z } from 'zod'
import { asksInBody, pathOf, type ReadContract, type Schema, type WriteContract } from '../../src/platform/contract.ts'

/** Asks the server as the person who is signed in on the page, for what a journey needs before it begins. */
export async function call<I extends Schema, O extends Schema>(
  page: Page,
  origin: string | undefined,
  contract: ReadContract<I, O> | WriteContract<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  const headers = { origin: origin ?? '', 'x-kado-programme': await programmeOf(page) }
  const path = pathOf(contract)
  const answer = asksInBody(contract)
    ? await page.request.post(path, { data: input, headers: { ...headers, 'idempotency-key': randomUUID() } })
    : await page.request.get(`${path}?${new URLSearchParams({ input: JSON.stringify(input) })}`, { headers })
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  return contract.output.parse(await answer.json()) as z.output<O>
}

async function programmeOf(page: Page): Promise<string> {
  const session = await (await page.request.get('/api/session')).text()
  const [, id] = /"programmeId":"([0-9a-f-]+)"/.exec(session) ?? []
  if (id === undefined) throw new Error('nobody is signed in')
  return id
}
