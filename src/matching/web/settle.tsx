import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useWrite } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { showToast } from '../../ui/toast.tsx'
import { contract } from '../contract/index.ts'
import type { Board } from '../contract/plans.ts'
import { useMatchingWords } from './words.ts'

interface Props {
  plan: Board
  pair: { workerId: string; packageId: string }
  /** What may be kept; null when the pair cannot be. */
  range: { least: number; most: number } | null
  unitName: string
}

/** Keeps the pair in the next plans with a number, or excludes it from them; or takes such a setting away again. */
export function Settle(props: Props) {
  const { plan, pair } = props
  const rule = plan.rules.find((each) => each.workerId === pair.workerId && each.packageId === pair.packageId)
  return <div className="space-y-3 border-t border-line pt-4">{rule ? <Settled {...props} rule={rule} /> : <Choice {...props} />}</div>
}

function Choice({ plan, pair, range, unitName }: Props) {
  const m = useMatchingWords()
  const words = m.plan.why
  const { number } = useFormat()
  const offer = plan.offers.find((each) => each.workerId === pair.workerId && each.packageId === pair.packageId)
  const [units, setUnits] = useState<number | null>(offer?.units ?? range?.most ?? null)
  const pin = useWrite(contract['pin-pair'], { onSuccess: () => showToast(words.pinned) })
  const forbid = useWrite(contract['forbid-pair'], { onSuccess: () => showToast(words.forbidden) })
  const isInRange = units !== null && range !== null && Number.isInteger(units) && units >= range.least && units <= range.most
  const keep = (): void => {
    if (isInRange) void pin.run({ ...pair, units }).catch(() => undefined)
  }
  return (
    <>
      {range === null ? (
        <p>{words.cannotPin}</p>
      ) : (
        <NumberField
          name="pin-units"
          label={words.pinUnits}
          help={words.pinRange(number(range.least), number(range.most))}
          unit={unitName}
          value={units}
          onChange={setUnits}
          error={isInRange ? null : m.refusals['units-do-not-fit'](range)}
        />
      )}
      <div className="flex flex-wrap gap-3">
        {range === null ? null : (
          <Button size="small" look="outline" icon="pin" pending={pin.pending} onClick={keep}>
            {offer ? words.pin : words.pinOther}
          </Button>
        )}
        <Button size="small" look="outline" icon="close" pending={forbid.pending} onClick={() => forbid.run(pair).catch(() => undefined)}>
          {words.forbid}
        </Button>
      </div>
      <RefusalNotice refusal={pin.refusal ?? forbid.refusal} words={m.refusals} />
    </>
  )
}

function Settled({ pair, unitName, rule }: Props & { rule: Board['rules'][number] }) {
  const m = useMatchingWords()
  const { number } = useFormat()
  const free = useWrite(contract['free-pair'], { onSuccess: () => showToast(m.plan.rules.freed) })
  return (
    <>
      <p>{rule.rule === 'pinned' ? m.plan.why.isPinned(`${number(rule.units ?? 0)}${unitName}`) : m.plan.why.isForbidden}</p>
      <Button size="small" look="outline" pending={free.pending} onClick={() => free.run(pair).catch(() => undefined)}>
        {m.plan.rules.free}
      </Button>
      <RefusalNotice refusal={free.refusal} words={m.refusals} />
    </>
  )
}
