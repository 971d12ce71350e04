import { useEquipmentName } from '../../orders/web/needs.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { useFormat } from '../../ui/format.ts'
import { formatLanguage, useLanguage } from '../../ui/language.ts'
import { Badge } from '../../ui/status.tsx'
import { Heading, Stack } from '../../ui/surface.tsx'
import { DateText } from '../../ui/value-text.tsx'
import type { Board } from '../contract/plans.ts'
import type { Remedy } from '../contract/shapes.ts'
import type { Asked } from './asked.ts'
import { RemedyRow } from './remedy-row.tsx'
import { usePlanWords } from './words.ts'

/** Work that stays open, each with the first missing thing and what would remove it. */
export function PlanUnfilled({ plan, onAsk }: { plan: Board; onAsk: (asked: Asked) => void }) {
  const m = usePlanWords()
  const words = m.unfilled
  const { number } = useFormat()
  if (plan.unfilled.length + plan.overdue.length === 0) return <EmptyList title={words.empty} text={words.emptyText} />
  return (
    <Stack>
      {plan.unfilled.map((each) => (
        <Shortage key={each.packageId} planId={plan.id} of={each} onAsk={onAsk} />
      ))}
      {plan.overdue.length > 0 ? (
        <section className="space-y-3 rounded-12 border border-line p-4 sm:p-5">
          <Heading level={3}>{words.overdue}</Heading>
          <ul className="divide-y divide-line border-y border-line">
            {plan.overdue.map((each) => (
              <li key={each.packageId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
                <span>
                  <span className="block font-bold">{each.title}</span>
                  <span className="block text-ink-soft">
                    {m.due} <DateText date={each.dueOn} short /> · {words.overdueText(number(each.units), each.unitName)}
                  </span>
                </span>
                <LinkButton size="small" look="outline" href={`/packages/${each.packageId}`}>
                  {words.openPackage}
                </LinkButton>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Stack>
  )
}

function Shortage({ planId, of, onAsk }: { planId: string; of: Board['unfilled'][number]; onAsk: (asked: Asked) => void }) {
  const m = usePlanWords()
  const words = m.unfilled
  const { number, minutes } = useFormat()
  const language = formatLanguage(useLanguage())
  const remedy = useRemedyText()
  return (
    <section aria-label={of.title} className="space-y-3 rounded-12 border border-line p-4 sm:p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Heading level={3}>{of.title}</Heading>
        <span className="tabular">{words.left(number(of.units), of.unitName, minutes(of.minutes))}</span>
      </div>
      <p>
        <Badge tone="warning">{words.gates[of.gate]}</Badge>
      </p>
      {of.skills.length > 0 ? (
        <ul className="text-ink-soft">
          {of.skills.map((skill) => (
            <li key={skill.key} className="flex flex-wrap items-center justify-between gap-x-4">
              <span>
                {words.skill(
                  language === 'ja' ? skill.nameJa : skill.nameEn,
                  number(skill.level),
                  number(skill.haveCount),
                  number(skill.nearCount),
                )}
              </span>
              <Button
                size="small"
                look="quiet"
                onClick={() =>
                  onAsk({
                    kind: 'learners',
                    packageId: of.packageId,
                    skill: { key: skill.key, name: language === 'ja' ? skill.nameJa : skill.nameEn, level: skill.level },
                  })
                }
              >
                {m.whatIf.chooseLearners}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <div>
        <p className="font-bold">{words.act}</p>
        <ul className="mt-1 divide-y divide-line border-y border-line">
          {of.remedies.map((each) => (
            <RemedyRow
              key={`${each.kind} ${each.skill?.key ?? ''}`}
              planId={planId}
              packageId={of.packageId}
              dueOn={of.dueOn}
              remedy={each}
              text={remedy(each)}
            />
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap gap-3 print:hidden">
        <Button size="small" look="outline" onClick={() => onAsk({ kind: 'others', packageId: of.packageId })}>
          {m.choose.others}
        </Button>
        <Button size="small" look="outline" onClick={() => onAsk({ kind: 'due', packageId: of.packageId })}>
          {m.whatIf.tryDue}
        </Button>
        <LinkButton size="small" look="quiet" href={`/packages/${of.packageId}`}>
          {words.openPackage}
        </LinkButton>
      </div>
    </section>
  )
}

function useRemedyText(): (remedy: Remedy) => string {
  const { remedies: m, weekdays } = usePlanWords()
  const { number, minutes } = useFormat()
  const equipment = useEquipmentName()
  const language = formatLanguage(useLanguage())
  return (remedy) => {
    const people = number(remedy.people)
    const time = minutes(remedy.minutes)
    switch (remedy.kind) {
      case 'train':
        return m.train(
          people,
          (language === 'ja' ? remedy.skill?.nameJa : remedy.skill?.nameEn) ?? '',
          number(remedy.skill?.level ?? 1),
          time,
        )
      case 'equip':
        return m.equip(people, equipment(remedy.equipment ?? ''), time)
      case 'seats':
        return remedy.weekday === null ? m.seats(people) : m.seatsOn(people, weekdays[remedy.weekday - 1] ?? '')
      case 'hours':
        return m.hours(people, time)
      case 'ask-city':
        return m['ask-city'](remedy.municipalityName ?? '', time)
      case 'lot':
        return m.lot(time)
      case 'invite':
        return m.invite(people)
      case 'due':
      case 'lift-rule':
      case 'review':
        return m[remedy.kind]
    }
  }
}
