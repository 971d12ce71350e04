import { z } from 'zod'
import type { Schema } from '../contract.ts'

/**
 * The JSON Schema that Fastify serialises an answer with. Properties that the contract does not name are dropped, so a
 * store that selects too much leaks nothing.
 */
export function jsonSchemaOf(schema: Schema, io: 'input' | 'output' = 'output'): Record<string, unknown> {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-7', io, unrepresentable: 'any' })
  return json
}
