import type { z } from 'zod'
import { useFormat } from '../../ui/format.ts'
import { formatLanguage, useLanguage } from '../../ui/language.ts'
import { ProgressBar } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import type { contract } from '../contract/index.ts'
import { useMatchingWords } from './words.ts'

export type Question = z.input<(typeof contract)['capacity-answer']['input']>
type Answer = z.output<(typeof contract)['capacity-answer']['output']>

/** The sentence for the client first, then what the rest needs, then where it is done. */
export function CapacityAnswer({ answer, question }: { answer: Answer; question: Question }) {
  const words = useMatchingWords().capacity
  const { number, minutes, date } = useFormat()
  const language = formatLanguage(useLanguage())
  const isAll = answer.metMinutes >= answer.askedMinutes
  const skills = answer.skills
    .map((skill) => `${language === 'ja' ? skill.nameJa : skill.nameEn} ${words.levelOf(number(skill.level))}`)
    .join(', ')
  const title = isAll
    ? words.all(minutes(answer.askedMinutes), date(question.byOn))
    : answer.metMinutes === 0
      ? words.none
      : words.part(minutes(answer.askedMinutes), minutes(answer.metMinutes))
  const each = minutes(answer.minutesEach)
  return (
    <Card title={title}>
      <Stack gap="medium">
        <ProgressBar
          label={words.progress}
          share={answer.metMinutes / answer.askedMinutes}
          text={`${minutes(answer.metMinutes)} / ${minutes(answer.askedMinutes)}`}
        />
        <ul className="list-disc space-y-1 pl-6">
          {answer.people > 0 ? <li>{words.people(number(answer.people))}</li> : null}
          {answer.missingPeople > 0 ? (
            <li>
              {skills === ''
                ? words.missing(number(answer.missingPeople), each)
                : words.missingSkill(number(answer.missingPeople), skills, each)}
            </li>
          ) : null}
          {isAll ? null : <li>{answer.fullOn === null ? words.never : words.later(date(answer.fullOn))}</li>}
          {answer.skills.map((skill) => (
            <li key={skill.key}>
              {words.near(
                language === 'ja' ? skill.nameJa : skill.nameEn,
                number(skill.level),
                number(skill.haveCount),
                number(skill.nearCount),
              )}
            </li>
          ))}
        </ul>
        {answer.byMunicipality.length > 0 ? <Cities answer={answer} /> : null}
        <p className="measure text-ink-soft">{words.note(minutes(answer.openMinutes))}</p>
      </Stack>
    </Card>
  )
}

function Cities({ answer }: { answer: Answer }) {
  const { capacity: words, headcount } = useMatchingWords()
  const { number, minutes } = useFormat()
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={words.cities}>
      <table className="w-full max-w-xl border-collapse">
        <caption className="pb-2 text-left font-bold">{words.cities}</caption>
        <thead>
          <tr className="border-b-2 border-line">
            <th scope="col" className="py-2 pr-4 text-left">
              {words.city}
            </th>
            <th scope="col" className="py-2 pr-4 text-right">
              {headcount}
            </th>
            <th scope="col" className="py-2 text-right">
              {words.time}
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.byMunicipality.map((row) => (
            <tr key={row.name} className="border-b border-line">
              <th scope="row" className="py-2 pr-4 text-left font-normal">
                {row.name}
              </th>
              <td className="tabular py-2 pr-4 text-right">{number(row.people)}</td>
              <td className="tabular py-2 text-right whitespace-nowrap">{minutes(row.minutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
