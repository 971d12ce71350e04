import type { Actor } from '../../platform/access.ts'
import { editSheet } from '../../indicators/actions/edit-sheet.ts'
import { publishSheet } from '../../indicators/actions/publish-sheet.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { words } from './messages.ja.ts'
import type { Frame } from './programme.ts'
import type { Scene } from './scene.ts'

/** 大町市's sheet of 令和4年度: typed by its officer in the summer after, published after the committee met. */
export async function writeSheet(scene: Scene, frame: Frame, officer: Actor): Promise<void> {
  const about = { municipalityId: frame.city.omachi, fiscalYear: 2022 }
  const typed = { ...words.sheet, rating: 'C', direction: 'C', answerToOpinions: '' }
  await scene.act(officer, calendarDate('2023-07-03'), editSheet, { ...about, revision: 0, typed })
  await scene.act(officer, calendarDate('2023-08-21'), publishSheet, { ...about, reason: '' })
}
