import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import pg from 'pg'

const [config = '{}', programmeId] = process.argv.slice(2)
const pool = new pg.Pool({ ...(JSON.parse(config) as pg.ClientConfig), max: 16 })

const list = `select a.at, a.lane, a.seq, a.user_id, a.action, a.subject, u.name from platform.audit a left join platform."user" u on u.id = a.user_id
  where a.programme_id = $1 order by a.at desc, a.lane desc, a.seq desc limit 51`
const insert = 'insert into sales.client (programme_id, id, name) values ($1, $2, $3)'

const server = createServer(async (request, response) => {
  if (request.url === '/list') {
    const { rows } = await pool.query(list, [programmeId])
    response.setHeader('content-type', 'application/json').end(JSON.stringify(rows))
  } else {
    const { name } = JSON.parse(await text(request)) as { name: string }
    const id = randomUUID()
    await pool.query(insert, [programmeId, id, `bare ${name}`])
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ id }))
  }
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' && address ? address.port : 0)
})
