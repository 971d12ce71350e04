import { gapRows } from './gap.ts'
import { crowdedRows, largeRows, middleRows } from './large.ts'
import type { Note, Row } from './measure.ts'
import { hardRows, holdOutRows, indivisibleRow, smallRows } from './programme.ts'

/** What is measured, in the order of the table; each in a process of its own, so that its memory is its own. */
export const subjects: Readonly<Record<string, (note: Note) => Promise<readonly Row[]>>> = {
  gap: async (note) => gapRows(note),
  small: smallRows,
  hard: async (note) => hardRows(note),
  'hold-out': async (note) => holdOutRows(note),
  middle: middleRows,
  large: largeRows,
  crowded: crowdedRows,
  indivisible: async (note) => [indivisibleRow(note)],
}
