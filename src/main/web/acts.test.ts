import { expect, test } from 'vitest'
import { z } from 'zod'
import { loadAreas } from '../areas.ts'
import { actWords } from './act-words.ts'

const contracts = (await loadAreas()).actions.map(({ contract }) => contract)
const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/

test('どの操作にも日本語と英語の名前があり、ない操作の名前はない', () => {
  const acts = contracts.map((contract) => `${contract.area}.${contract.name}`).sort()
  for (const words of Object.values(actWords)) expect([...words.acts.keys()].sort()).toEqual(acts)
  for (const name of actWords.en.acts.values()) expect(name).not.toMatch(japanese)
  for (const name of actWords.ja.acts.values()) expect(name).toMatch(japanese)
})

test('評価シートを探すと、評価シートの操作が見つかる', () => {
  expect([...actWords.ja.acts].filter(([, name]) => name.includes('評価シート')).map(([act]) => act)).toEqual([
    'indicators.edit-sheet',
    'indicators.publish-sheet',
  ])
})

const fieldsOf = (schema: z.ZodType): Record<string, z.ZodType> => (schema instanceof z.ZodObject ? schema.shape : {})

test('どの操作のどの項目も、記録で何を言うかが決まっている', () => {
  const undecided = contracts.flatMap(({ area, name, input, output, logged }) =>
    Object.keys({ ...fieldsOf(input), ...fieldsOf(output) }).flatMap((field) => (field in logged ? [] : [`${area}.${name} ${field}`])),
  )
  expect(undecided).toEqual([])
})

test('記録が言うどの項目にも、日本語と英語の名前がある', () => {
  for (const [language, { fields }] of Object.entries(actWords)) {
    const unnamed = contracts.flatMap(({ area, logged }) =>
      Object.entries(logged).flatMap(([field, kind]) =>
        kind === 'never' || fields.has(`${area}.${field}`) || fields.has(`platform.${field}`) ? [] : [`${area}.${field}`],
      ),
    )
    expect([...new Set(unnamed)], language).toEqual([])
    for (const name of fields.values()) expect(japanese.test(name), name).toBe(language === 'ja')
  }
})

/** What a field may be chosen from, behind its defaults. */
function optionsOf(field: z.ZodType): readonly string[] {
  if (field instanceof z.ZodDefault || field instanceof z.ZodNullable || field instanceof z.ZodOptional)
    return optionsOf(field.unwrap() as z.ZodType)
  return field instanceof z.ZodEnum ? field.options.map(String) : []
}

test('選ぶ項目のどの値にも、日本語と英語の名前がある', () => {
  for (const [language, { choices }] of Object.entries(actWords)) {
    const unnamed = contracts.flatMap(({ area, input, logged }) =>
      Object.entries(fieldsOf(input)).flatMap(([field, schema]) =>
        logged[field] === 'choice'
          ? optionsOf(schema).flatMap((value) => (choices.has(`${area}.${field}.${value}`) ? [] : [`${area}.${field}.${value}`]))
          : [],
      ),
    )
    expect(unnamed, language).toEqual([])
  }
})

test('秘密と個人のことは、記録に書かれない', () => {
  const secret = /token|email|phone|kana|password|accountNumber|postalAddress|^(name|displayName|wish|week|holderKana|note|reply)$/i
  const open = contracts.flatMap(({ area, logged }) =>
    area === 'people'
      ? Object.entries(logged).flatMap(([field, kind]) => (secret.test(field) && !/hidden|never/.test(kind) ? [field] : []))
      : [],
  )
  expect(open).toEqual([])
})
