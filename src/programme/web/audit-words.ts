import type { z } from 'zod'
import { useActs } from '../../ui/acts.ts'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { contract } from '../contract/index.ts'
import { useProgrammeWords } from './words.ts'

export type Entry = z.output<(typeof contract)['audit-log']['output']>['rows'][number]
type Fact = Entry['facts'][number]
type Value = Fact['to']

/** An entry of the log in the reader's words: who did it, to what, and what it said or changed, a line for each field. */
export function useEntryWords() {
  const { audit: m } = useProgrammeWords()
  const { nameOf, fieldOf, choiceOf, kindOf } = useActs()
  const format = useFormat()
  const isEnglish = useLanguage() === 'en'

  const called = (row: Entry, id: string): string | null => {
    const named = row.names.find((each) => each.id === id)
    return named ? (isEnglish && named.nameEn !== '' ? named.nameEn : named.name) : null
  }
  const cell = (row: Entry, kind: Fact['kind'], field: string, value: string | number | boolean | null): string => {
    if (value === null || value === '') return m.nothing
    if (typeof value === 'boolean') return value ? m.yes : m.no
    if (typeof value === 'number') {
      if (kind === 'yen') return format.yen(value)
      return kind === 'minutes' ? format.minutes(value) : kind === 'text' ? String(value) : format.number(value)
    }
    return kind === 'date' ? format.date(value) : kind === 'choice' ? choiceOf(row.action, field, value) : (called(row, value) ?? value)
  }
  const shown = (row: Entry, { kind, field }: Fact, value: Value): string => {
    if (Array.isArray(value))
      return value.length === 0 ? m.nothing : value.map((line) => line.map((each) => cell(row, 'text', field, each)).join(' ')).join('、')
    if (kind === 'things' && typeof value === 'number') return m.countOf(format.number(value))
    return cell(row, kind, field, value ?? null)
  }
  /** The record itself is named beside its facts. */
  const isSubject = (row: Entry, fact: Fact): boolean => fact.kind === 'thing' && fact.from === undefined && fact.to === subjectOf(row)?.id
  const subjectOf = (row: Entry) => row.names.find(({ id }) => id === row.subject) ?? row.names.find(({ id }) => id !== row.userId)

  return {
    act: (row: Entry): string => nameOf(row.action),
    who: (row: Entry): string => {
      const person =
        row.userId === 'system'
          ? m.system
          : row.userId === null || row.userId === ''
            ? m.visitor
            : row.userName === ''
              ? row.userId
              : row.userName
      return row.via === 'command-line' ? m.onCommandLine(person) : person
    },
    /** What it is about by kind and name; by its id where nothing has a name any more. */
    subject: (row: Entry): string => {
      const subject = subjectOf(row)
      return subject ? `${kindOf(subject.kind)}: ${called(row, subject.id) ?? ''}` : (row.subject ?? '')
    },
    facts: (row: Entry): string[] =>
      row.facts
        .filter((fact) => !isSubject(row, fact))
        .map((fact) => {
          const field = fieldOf(row.action, fact.field)
          if (fact.kind === 'hidden') return `${field}: ${m.hidden}`
          const to = shown(row, fact, fact.to)
          return `${field}: ${fact.from === undefined ? to : m.change(shown(row, fact, fact.from), to)}`
        }),
  }
}
