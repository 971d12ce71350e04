import { LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Link } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Card, Figure, Grid, NextStep, Stack } from '../../ui/surface.tsx'
import { DateText } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { useWaitingColumns } from './inspections-page.tsx'
import { useDeliveryWords } from './words.ts'

export default function LeaderHomePage() {
  const m = useDeliveryWords()
  const format = useFormat()
  const columns = useWaitingColumns()
  const home = useRead(contract['leader-home'], {}, { everySeconds: 60 })
  return (
    <>
      <PageTitle>{m.home}</PageTitle>
      <Loaded of={home} lines={8}>
        {(data) => {
          const first = data.waiting.find((each) => !each.isOwn)
          return (
            <Stack>
              {first ? (
                <NextStep
                  title={m.leader.next(first.workerName)}
                  icon="checklist"
                  actions={
                    <LinkButton size="large" href={`/inspections/${first.submissionId}`}>
                      {m.leader.go}
                    </LinkButton>
                  }
                >
                  <p>{m.leader.nextText(first.packageTitle, format.date(first.inspectBy))}</p>
                </NextStep>
              ) : (
                <NextStep title={m.leader.calm} icon="done">
                  <p>{m.leader.calmText}</p>
                </NextStep>
              )}
              <Grid min="small">
                <Figure label={m.inspect.waitingCount} value={format.number(data.waitingCount)} />
                <Figure label={m.inspect.lateCount} value={format.number(data.lateCount)} />
                <Figure
                  label={m.inspect.firstPass}
                  value={data.acceptedCount === 0 ? '–' : format.percent(data.firstPassCount / data.acceptedCount)}
                  note={m.inspect.firstPassNote(data.firstPassCount, data.acceptedCount)}
                />
              </Grid>
              <Card
                title={m.inspect.list}
                aside={
                  <Link href="/inspections" className="inline-block py-2">
                    {m.openAll}
                  </Link>
                }
              >
                <DataList
                  caption={m.inspect.list}
                  rows={data.waiting}
                  rowKey={(row) => row.submissionId}
                  columns={columns}
                  toolsFrom={100}
                  empty={{ title: m.inspect.none, text: m.inspect.noneText, icon: 'checklist' }}
                />
              </Card>
              <Card title={m.leader.questions}>
                {data.questions.length === 0 ? <p className="text-ink-soft">{m.leader.noQuestions}</p> : null}
                <ul className="divide-y divide-line">
                  {data.questions.map((question) => (
                    <li key={question.id} className="py-3">
                      <p className="whitespace-pre-line">{question.text}</p>
                      <p className="text-ink-soft">
                        {question.packageTitle} ・ <DateText date={question.askedAt} short />
                      </p>
                      <Link href={`/questions?package=${question.packageId}`} className="inline-block py-1">
                        {m.leader.answer}
                      </Link>
                    </li>
                  ))}
                </ul>
              </Card>
            </Stack>
          )
        }}
      </Loaded>
    </>
  )
}
