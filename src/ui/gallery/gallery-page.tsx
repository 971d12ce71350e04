import { useState } from 'react'
import { Actions, Button, LinkButton, PrintButton } from '../button.tsx'
import { Chart } from '../chart.tsx'
import { DescriptionList } from '../description-list.tsx'
import { ConfirmDialog } from '../dialog.tsx'
import { Disclosure } from '../disclosure.tsx'
import { useFormat } from '../format.ts'
import { Heat } from '../heat.tsx'
import { Skeleton } from '../loading.tsx'
import { PageTitle } from '../page-title.tsx'
import { Badge, Notice, ProgressBar } from '../status.tsx'
import { Steps } from '../steps.tsx'
import { Card, Figure, Grid, NextStep, Stack } from '../surface.tsx'
import { Tabs } from '../tabs.tsx'
import { showToast } from '../toast.tsx'
import { DateText, MinutesText, Money, NumberText } from '../value-text.tsx'
import { useGalleryWords } from './messages.ts'

const today = '2026-11-22'

function Offer() {
  const m = useGalleryWords()
  return (
    <NextStep
      title={m.step.title}
      icon="inbox"
      actions={
        <>
          <Button size="large">{m.step.accept}</Button>
          <Button size="large" look="outline">
            {m.step.decline}
          </Button>
        </>
      }
    >
      <p>{m.step.text}</p>
      <DescriptionList
        items={[
          { term: m.step.due, value: <DateText date="2026-12-04" relativeTo={today} /> },
          { term: m.step.pay, value: <Money yen={7200} /> },
          { term: m.step.perHour, value: <Money yen={1200} /> },
        ]}
      />
    </NextStep>
  )
}

function Buttons() {
  const { buttons: m } = useGalleryWords()
  const [asking, setAsking] = useState(false)
  const remove = (): void => {
    setAsking(false)
    showToast(m.deleted, { undo: () => showToast(m.undone) })
  }
  return (
    <Card title={m.title}>
      <Stack gap="medium">
        <Actions>
          <Button icon="check">{m.save}</Button>
          <Button look="outline">{m.back}</Button>
          <LinkButton look="quiet" href="/ui-gallery/list" iconAfter="arrow-right">
            {m.detail}
          </LinkButton>
          <Button look="danger" icon="trash" onClick={() => setAsking(true)}>
            {m.remove}
          </Button>
          <Button look="link">{m.detail}</Button>
        </Actions>
        <Actions>
          <Button size="large">{m.large}</Button>
          <Button disabled>{m.disabled}</Button>
          <Button pending>{m.save}</Button>
          <PrintButton />
        </Actions>
      </Stack>
      <ConfirmDialog open={asking} title={m.confirm} confirm={m.remove} look="danger" onConfirm={remove} onCancel={() => setAsking(false)}>
        <p>{m.confirmText}</p>
      </ConfirmDialog>
    </Card>
  )
}

function States() {
  const { states: m, notices, progress } = useGalleryWords()
  return (
    <Card title={m.title}>
      <Stack gap="medium">
        <div className="flex flex-wrap gap-2">
          <Badge>{m.draft}</Badge>
          <Badge tone="info">{m.open}</Badge>
          <Badge tone="success">{m.done}</Badge>
          <Badge tone="warning">{m.returned}</Badge>
          <Badge tone="danger">{m.late}</Badge>
        </div>
        <Notice tone="info">{notices.info}</Notice>
        <Notice tone="success">{notices.success}</Notice>
        <Notice tone="warning">{notices.warning}</Notice>
        <Notice
          tone="danger"
          title={notices.title}
          actions={
            <LinkButton size="small" look="outline" href="/ui-gallery/form">
              {m.open}
            </LinkButton>
          }
        >
          {notices.danger}
        </Notice>
        <ProgressBar label={progress} share={0.62} />
        <Skeleton />
      </Stack>
    </Card>
  )
}

function Details() {
  const m = useGalleryWords()
  return (
    <Card title={m.details.title} aside={<Badge tone="info">{m.states.open}</Badge>}>
      <DescriptionList
        items={[
          { term: m.details.receivedOn, value: <DateText date="2026-11-20" relativeTo={today} /> },
          { term: m.details.dueOn, value: <DateText date={null} /> },
          { term: m.details.minutes, value: <MinutesText minutes={90} /> },
          { term: m.step.pay, value: <Money yen={-1234567} /> },
        ]}
      />
      <div className="pt-3">
        <Disclosure summary={m.details.more}>{m.details.text}</Disclosure>
      </div>
    </Card>
  )
}

function Numbers() {
  const m = useGalleryWords()
  const format = useFormat()
  const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']
  return (
    <Stack>
      <Card title={m.heat.title}>
        <Heat
          caption={m.heat.title}
          corner={m.heat.person}
          columns={days.map((day) => ({ key: day, label: <DateText date={day} short /> }))}
          rows={[1, 2, 3, 4].map((person) => ({
            key: String(person),
            label: m.heat.name(person),
            values: days.map((_, day) => ((person + day) % 5 === 4 ? null : ((person * 37 + day * 53) % 7) * 30)),
          }))}
          format={(minutes) => format.minutes(minutes)}
          full={150}
          limit={150}
        />
      </Card>
      <Grid min="large">
        <Card>
          <Chart
            kind="bar"
            title={m.chart.title}
            labels={[2020, 2021, 2022].map((year) => format.fiscalYear(year))}
            series={[
              { name: m.chart.actual, values: [2100, 4382, 56848] },
              { name: m.chart.target, values: [10000, 50000, 86000], line: true },
            ]}
            format={(value) => `${format.number(value)}${m.chart.unit}`}
          />
        </Card>
        <Card>
          <Chart
            kind="stacked"
            title={m.chart.stacked}
            labels={['2026-09', '2026-10', '2026-11'].map((month) => format.month(month))}
            series={[
              { name: m.chart.cityA, values: [120, 180, 240] },
              { name: m.chart.cityB, values: [80, 60, 110] },
            ]}
          />
        </Card>
      </Grid>
    </Stack>
  )
}

export default function GalleryPage() {
  const m = useGalleryWords()
  return (
    <>
      <PageTitle lead={m.lead} badge={<Badge tone="info">{m.states.running}</Badge>} actions={<PrintButton />}>
        {m.title}
      </PageTitle>
      <Stack>
        <Offer />
        <Grid min="small">
          <Figure label={m.figures.people} value={<NumberText value={137} />} note={m.figures.note} />
          <Figure label={m.figures.hours} value={<MinutesText minutes={48_390} />} />
          <Figure label={m.figures.paid} value={<Money yen={5_995_000} />} />
        </Grid>
        <Card title={m.steps.title}>
          <Steps
            current={2}
            steps={[m.steps.one, m.steps.two, m.steps.three, m.steps.four, m.steps.five, m.steps.six].map((label) => ({
              key: label,
              label,
            }))}
          />
        </Card>
        <Grid min="large">
          <Buttons />
          <Details />
        </Grid>
        <States />
        <Card title={m.tabs.label}>
          <Tabs
            label={m.tabs.label}
            tabs={[m.tabs.one, m.tabs.two, m.tabs.three].map((label, index) => ({ key: String(index), label, content: <p>{label}</p> }))}
          />
        </Card>
        <Numbers />
      </Stack>
    </>
  )
}
