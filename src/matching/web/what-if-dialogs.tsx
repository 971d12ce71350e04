import { useState } from 'react'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Checkboxes } from '../../ui/choice-field.tsx'
import { useRead } from '../../ui/client.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { daysAfter } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import type { Board } from '../contract/plans.ts'
import { Outcome } from './outcome.tsx'
import type { LearnersAsked } from './asked.ts'
import { usePlanWords } from './words.ts'

/** Another due date for one package, and what follows from it as soon as it is chosen. */
export function DueDialog({ plan, packageId, onClose }: { plan: Board; packageId: string; onClose: () => void }) {
  const m = usePlanWords().whatIf
  const pack = plan.packages.find((each) => each.packageId === packageId)
  const [dueOn, setDueOn] = useState(pack?.dueOn ?? plan.from)
  if (!pack) return null
  const last = daysAfter(plan.from, plan.days - 1)
  const isTried = dueOn !== '' && dueOn !== pack.dueOn && dueOn >= plan.from && dueOn <= last
  return (
    <Dialog
      open
      onClose={onClose}
      title={m.dueTitle(pack.title)}
      actions={
        <LinkButton look="outline" href={`/packages/${packageId}`}>
          {m.openPackage}
        </LinkButton>
      }
    >
      <p>{m.dueText}</p>
      <DateField name="dueOn" label={m.due} value={dueOn} onChange={setDueOn} min={plan.from} max={last} />
      {isTried ? <Outcome planId={plan.id} packageId={packageId} change={{ kind: 'due', dueOn }} /> : null}
    </Dialog>
  )
}

const firstShown = 10

/** "One level more for these three": people who lack a skill, chosen by hand, and what their next level would change. */
export function LearnersDialog({ plan, asked, onClose }: { plan: Board; asked: LearnersAsked; onClose: () => void }) {
  const { whatIf: m, people } = usePlanWords()
  const { number, minutes } = useFormat()
  const [all, setAll] = useState(false)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [tried, setTried] = useState<readonly string[]>([])
  const { packageId, skill } = asked
  const read = useRead(contract.learners, { planId: plan.id, packageId, skill: skill.key })
  return (
    <Dialog open onClose={onClose} title={m.learnersTitle(skill.name, number(skill.level))}>
      <p>{m.learnersText}</p>
      <Loaded of={read}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>{m.noLearners}</p>
          ) : (
            <>
              <Checkboxes
                name="learners"
                label={m.learners}
                value={chosen}
                onChange={setChosen}
                options={(all ? rows : rows.slice(0, firstShown)).map((row) => ({
                  value: row.workerId,
                  label: m.learner(row.name, row.municipalityName, number(row.level), minutes(row.restMinutes)),
                }))}
              />
              {all || rows.length <= firstShown ? null : (
                <Button size="small" look="quiet" onClick={() => setAll(true)}>
                  {people.more(number(rows.length - firstShown))}
                </Button>
              )}
              <div>
                <Button look="outline" disabled={chosen.length === 0} onClick={() => setTried(chosen)}>
                  {m.try(number(chosen.length))}
                </Button>
              </div>
              {tried.length > 0 ? (
                <div className="rounded-12 border border-line p-3" ref={(box) => box?.scrollIntoView({ block: 'nearest' })}>
                  <p>{m.raised(number(tried.length))}</p>
                  <Outcome planId={plan.id} packageId={packageId} change={{ kind: 'raise', skill: skill.key, workerIds: [...tried] }} />
                </div>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Dialog>
  )
}
