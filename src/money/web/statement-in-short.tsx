import type { z } from 'zod'
import { DescriptionList } from '../../ui/description-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { Card } from '../../ui/surface.tsx'
import { DateText, Money } from '../../ui/value-text.tsx'
import type { contract } from '../contract/index.ts'
import { useMoneyWords } from './words.ts'

type Statement = z.output<(typeof contract)['my-statement']['output']>

/** The statement in short, from the same data, in the reader's words: an easy reading beside the paper, printed with it. */
export function StatementInShort({ statement }: { statement: Statement }) {
  const { inShort: m } = useMoneyWords().mine
  const format = useFormat()
  const { account, withholdingYen } = statement
  return (
    <Card title={m.title}>
      <p className="mb-4">
        {m.lead} {m.work(format.month(statement.month.slice(0, 7)))}
      </p>
      <DescriptionList
        items={[
          {
            term: m.net,
            value: (
              <>
                <strong>
                  <Money yen={statement.netYen} />
                </strong>
                <span className="block">{m.how(format.yen(statement.subtotalYen), format.yen(statement.taxYen))}</span>
                <span className="block">{withholdingYen === 0 ? m.notWithheld : m.withheld(format.yen(withholdingYen))}</span>
              </>
            ),
          },
          { term: m.pay, value: <DateText date={statement.paidOn ?? statement.payOn} /> },
          account === null ? null : { term: m.account, value: `${account.bankName} ${account.branchName} ${account.accountNumber}` },
          statement.answer === 'open' && !statement.isReplaced
            ? { term: m.wrong, value: m.wrongText(format.date(statement.confirmBy)) }
            : null,
        ]}
      />
    </Card>
  )
}
