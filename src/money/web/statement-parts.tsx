import type { z } from 'zod'
import { DescriptionList } from '../../ui/description-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { Link } from '../../ui/navigation.tsx'
import { Badge, Notice } from '../../ui/status.tsx'
import { Card } from '../../ui/surface.tsx'
import { DateText, Money } from '../../ui/value-text.tsx'
import type { contract } from '../contract/index.ts'
import { useMoneyWords } from './words.ts'

type Statement = z.output<(typeof contract)['my-statement']['output']>

export const answerTones = { open: 'neutral', confirmed: 'success', 'deemed-confirmed': 'success', objected: 'danger' } as const
export const transferTones = { none: 'neutral', waiting: 'info', paid: 'success', returned: 'danger', refused: 'warning' } as const

/** Where the payment stands; a statement that was corrected before it was paid is not paid any more. */
export function StatementBadge({ statement }: { statement: Pick<Statement, 'transferState' | 'isReplaced'> }) {
  const m = useMoneyWords()
  const { isReplaced, transferState } = statement
  if (isReplaced && transferState !== 'paid') return <Badge>{m.statements.replaced}</Badge>
  return <Badge tone={transferTones[transferState]}>{m.transferStates[transferState]}</Badge>
}

/** What this statement corrects, or which one corrects it. */
export function Chain({
  statement,
  hrefOf,
}: {
  statement: Pick<Statement, 'corrects' | 'correctionReason' | 'replacedBy'>
  hrefOf: (id: string) => string
}) {
  const m = useMoneyWords()
  return (
    <>
      {statement.replacedBy === null ? null : (
        <Notice tone="warning" title={m.statements.replacedTitle}>
          <Link href={hrefOf(statement.replacedBy)}>{m.statements.toReplacing}</Link>
        </Notice>
      )}
      {statement.corrects === null ? null : (
        <Notice tone="info" title={m.statements.correctionTitle}>
          <p className="whitespace-pre-line">{statement.correctionReason}</p>
          <Link href={hrefOf(statement.corrects)}>{m.statements.toCorrected}</Link>
        </Notice>
      )}
    </>
  )
}

/** What is paid and how it comes about. */
export function Sums({ statement }: { statement: Statement }) {
  const m = useMoneyWords()
  const language = useLanguage()
  const format = useFormat()
  const { account } = statement
  return (
    <Card>
      <DescriptionList
        items={[
          {
            term: m.net,
            value: (
              <span className="text-[1.5rem] font-bold">
                <Money yen={statement.netYen} />
              </span>
            ),
          },
          statement.dueYen === statement.netYen || statement.isReplaced
            ? null
            : { term: m.statements.due, value: <Money yen={statement.dueYen} /> },
          { term: m.payOn, value: <DateText date={statement.paidOn ?? statement.payOn} /> },
          { term: m.fee, value: <Money yen={statement.subtotalYen} /> },
          ...statement.taxes.map((tax) => ({ term: m.mine.taxRate(tax.ratePercent), value: <Money yen={tax.taxYen} /> })),
          { term: m.total, value: <Money yen={statement.totalYen} /> },
          statement.withholdingYen !== 0
            ? {
                term: { ja: statement.withholdingLabelJa, en: statement.withholdingLabelEn, easy: m.withholding }[language],
                value: (
                  <>
                    <Money yen={-statement.withholdingYen} />
                    {statement.togetherBaseYen === 0 ? null : (
                      <span className="block text-ink-soft">{m.mine.withheldTogether(format.yen(statement.togetherBaseYen))}</span>
                    )}
                  </>
                ),
              }
            : null,
          statement.registrationNumber === null ? null : { term: m.mine.registration, value: statement.registrationNumber },
          account ? { term: m.mine.account, value: `${account.bankName} ${account.branchName} ${account.accountNumber}` } : null,
          { term: m.statements.answer, value: <Badge tone={answerTones[statement.answer]}>{m.answers[statement.answer]}</Badge> },
          statement.objection === null
            ? null
            : { term: m.mine.objection, value: <span className="whitespace-pre-line">{statement.objection}</span> },
          statement.reply === null
            ? null
            : { term: m.statements.reply, value: <span className="whitespace-pre-line">{statement.reply}</span> },
        ]}
      />
    </Card>
  )
}

export function Lines({ statement }: { statement: Statement }) {
  const m = useMoneyWords()
  return (
    <Card title={m.mine.lines}>
      <ul className="divide-y divide-line">
        {statement.lines.map((line) => (
          <li key={line.submissionId} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            <span className="min-w-0">
              <span className="block">{line.description}</span>
              <span className="text-ink-soft">
                {m.mine.received} <DateText date={line.receivedOn} short />
                {line.withholding === 'subject' && statement.withholdingYen !== 0 ? ` ・ ${m.mine.withheldMark}` : ''}
              </span>
            </span>
            <span className="font-bold">
              <Money yen={line.amountYen} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
