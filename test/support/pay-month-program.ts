import { flushCompileCache } from 'node:module'
import type pg from 'pg'
import { openDatabase } from '../../src/platform/db/db.ts'
import { type Month, payMonth } from './pay-month.ts'

const [config = '{}', month = '{}'] = process.argv.slice(2)
// Whoever is killed writes nothing at its end; the next one need not compile again.
flushCompileCache()
const database = await openDatabase(JSON.parse(config) as pg.ClientConfig, { connections: 2 })
await payMonth(database, JSON.parse(month) as Month)
await database.close()
