import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../test/support/world.ts'
import { beginUpload, receiveChunk } from './files.ts'

let world: World
beforeAll(async () => void (world = await createWorld()))
afterAll(() => world.close())

const nine = 9 * 1_048_576
const piece = 524_288

async function begun(name: string, bytes: Buffer) {
  const userId = await world.user()
  const file = { name, byteCount: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  const upload = await world.inside((db) => beginUpload(db, world.programmeId, userId, file))
  if (typeof upload === 'string') throw new Error(upload)
  const send = (start: number, end: number) =>
    world.inside((db) => receiveChunk(db, world.programmeId, userId, { id: upload.id, start, bytes: bytes.subarray(start, end) }))
  return { id: upload.id, send }
}

describe('ファイルの種類', () => {
  it.each([
    ['film.pdf', Buffer.alloc(nine, 1)],
    ['table.xlsx', Buffer.from('%PDF-1.7'.padEnd(nine, ' '))],
    ['sound.webp', Buffer.concat([Buffer.from('RIFF....WAVE'), Buffer.alloc(nine)])],
    ['text.csv', Buffer.alloc(nine)],
  ])('%s の中身が違えば、9 MBを送り終える前に、はじめの一片で断り、何も残さない', async (name, bytes) => {
    const { id, send } = await begun(name, bytes)
    expect(await send(0, piece)).toBe('file-content')
    expect(await world.inside((db) => db.selectFrom('platform.file_chunk').select('startByte').where('fileId', '=', id).execute())).toEqual(
      [],
    )
  })

  it('合っていれば受け取り、細切れでも同じ', async () => {
    const bytes = Buffer.from('%PDF-1.7 rest')
    const { send } = await begun('paper.pdf', bytes)
    expect(await send(0, 2)).toEqual({ receivedByteCount: 2, complete: false })
    expect(await send(2, 8)).toEqual({ receivedByteCount: 8, complete: false })
    expect(await send(8, bytes.length)).toEqual({ receivedByteCount: bytes.length, complete: true })
  })
})
