import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/choice-field.tsx'
import { useRead } from '../../ui/client.ts'
import { DateField } from '../../ui/date-field.tsx'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { formatLanguage, useLanguage } from '../../ui/language.ts'
import { Loaded, Skeleton } from '../../ui/loading.tsx'
import { HoursField } from '../../ui/number-field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { daysAfter, todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { CapacityAnswer, type Question } from './capacity-answer.tsx'
import { useMatchingWords } from './words.ts'

/** "600 hours by the 20th?" for sales: asked by hours, day and skill, answered beside all promises. */
export default function CapacityPage() {
  const m = useMatchingWords()
  const words = m.capacity
  const [question, setQuestion] = useState<Question | null>(null)
  const answer = useRead(contract['capacity-answer'], question ?? { minutes: 60, byOn: daysAfter(todayInJapan(), 1), skills: [] }, {
    enabled: question !== null,
  })
  return (
    <Stack>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      <QuestionForm onAsk={setQuestion} />
      <div aria-live="polite">
        {question === null ? (
          <EmptyList title={words.firstTitle} text={words.firstText} />
        ) : answer.data === undefined && !answer.error ? (
          <Card title={words.asking}>
            <Skeleton lines={4} />
          </Card>
        ) : (
          <Loaded of={answer}>{(data) => <CapacityAnswer answer={data} question={question} />}</Loaded>
        )}
      </div>
    </Stack>
  )
}

function QuestionForm({ onAsk }: { onAsk: (question: Question) => void }) {
  const m = useMatchingWords()
  const words = m.capacity
  const language = formatLanguage(useLanguage())
  const [minutes, setMinutes] = useState<number | null>(6_000)
  const [byOn, setByOn] = useState(daysAfter(todayInJapan(), 28))
  const [key, setKey] = useState('')
  const [level, setLevel] = useState('1')
  const [missing, setMissing] = useState(false)
  const choices = useRead(contract['skill-choices'], {})
  const skills = choices.data?.skills ?? []
  const highest = skills.find((skill) => skill.key === key)?.highestLevel ?? 3
  const isDayGood = byOn > todayInJapan()
  const send = (): void => {
    const isGood = minutes !== null && minutes > 0 && isDayGood
    setMissing(!isGood)
    if (isGood) onAsk({ minutes, byOn, skills: key === '' ? [] : [{ key, level: Math.min(highest, Number(level) || 1) }] })
  }
  return (
    <Card>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Stack gap="medium">
          <HoursField
            name="minutes"
            label={words.hours}
            value={minutes}
            onChange={setMinutes}
            required
            error={missing && !(minutes !== null && minutes > 0) ? words.hoursWrong : null}
          />
          <DateField
            name="byOn"
            label={words.byOn}
            value={byOn}
            onChange={setByOn}
            min={daysAfter(todayInJapan(), 1)}
            required
            error={missing && !isDayGood ? m.faults['day-passed'] : null}
          />
          <Select
            name="skill"
            label={words.skill}
            none={words.noSkill}
            value={key}
            onChange={setKey}
            options={skills.map((skill) => ({ value: skill.key, label: language === 'ja' ? skill.nameJa : skill.nameEn }))}
          />
          {key === '' ? null : (
            <Select
              name="level"
              label={m.levelLabel}
              none={words.levelOf('1')}
              value={level === '1' ? '' : level}
              onChange={(value) => setLevel(value === '' ? '1' : value)}
              options={Array.from({ length: Math.max(0, highest - 1) }, (_, index) => ({
                value: String(index + 2),
                label: words.levelOf(String(index + 2)),
              }))}
            />
          )}
          <div>
            <Button type="submit" icon="search">
              {words.ask}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  )
}
