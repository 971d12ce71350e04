import type pg from 'pg'
import { openDatabase } from '../../src/platform/db/db.ts'
import { type Month, payMonth } from './pay-month.ts'

const [config = '{}', month = '{}'] = process.argv.slice(2)
const database = await openDatabase(JSON.parse(config) as pg.ClientConfig, { connections: 2 })
await payMonth(database, JSON.parse(month) as Month)
await database.close()
