import { LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { useMay } from '../../ui/may.ts'
import { Link } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Card, Figure, Grid, Heading, NextStep, Stack } from '../../ui/surface.tsx'
import { Money, NumberText } from '../../ui/value-text.tsx'
import { contract, type Sheet } from '../contract.ts'
import { missingParts } from '../rules/sheet.ts'
import { OfChoice, useChoice } from './choice.tsx'
import { KpiTableView } from './kpi-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { useIndicatorWords } from './words.ts'

/** The home of a city's officer and of its committee: the sheet of the last settled year, then the figures. */
export default function OfficerHomePage() {
  const m = useIndicatorWords()
  const label = useFormat().fiscalYear
  const writesSheet = useMay(contract['edit-sheet'])
  const chosen = useChoice({ targetsOnly: true })
  // The latest year may be one to come, which has targets and no figures yet.
  const current = chosen.years.data?.years.find((year) => year.recorded)?.fiscalYear ?? null
  const { fiscalYear, municipalityId, cityName } = chosen.choice
  const isKnown = fiscalYear !== null && municipalityId !== null
  const sheet = useRead(contract.sheet, { fiscalYear: fiscalYear ?? 2000, municipalityId: municipalityId ?? '' }, { enabled: isKnown })
  const distribution = useRead(contract.distribution, { fiscalYear: current ?? 2000 }, { enabled: current !== null })
  const own = distribution.data?.rows.find((row) => row.municipalityId === municipalityId)
  if (chosen.isElsewhere) {
    return (
      <Stack>
        <PageTitle>{writesSheet ? m.homeOfficer : m.homeCommittee}</PageTitle>
        <OfChoice of={chosen}>{null}</OfChoice>
      </Stack>
    )
  }
  if (chosen.years.data && !isKnown) return <EmptyList title={m.next.none} text={m.next.noneText} />
  return (
    <Stack>
      <PageTitle>{writesSheet ? m.homeOfficer : m.homeCommittee}</PageTitle>
      <Loaded of={sheet}>
        {(data) => (
          <>
            <SheetStep sheet={data} reads={!writesSheet} />
            <Card title={m.table.caption(label(data.fiscalYear))}>
              <KpiTableView table={data.kpi} cityName={cityName} municipalityId={municipalityId} />
            </Card>
          </>
        )}
      </Loaded>
      {own && current ? <CurrentYear own={own} fiscalYear={current} cityName={cityName} /> : null}
    </Stack>
  )
}

/** How the city's own part of the current year stands. */
function CurrentYear({
  own,
  fiscalYear,
  cityName,
}: {
  own: { registered: number; earners: number; workerYen: number }
  fiscalYear: number
  cityName: string
}) {
  const m = useIndicatorWords()
  const label = useFormat().fiscalYear(fiscalYear)
  return (
    <section aria-labelledby="current-year" className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Heading id="current-year">{m.currentYear(label)}</Heading>
        <Link href={`/indicators?year=${fiscalYear}`} className="inline-block py-2">
          {m.currentYearLink}
        </Link>
      </div>
      <Grid min="small">
        <Figure label={m.share.registered} value={<NumberText value={own.registered} />} note={cityName} />
        <Figure label={m.share.earners} value={<NumberText value={own.earners} />} note={cityName} />
        <Figure label={m.share.pay} value={<Money yen={own.workerYen} />} note={cityName} />
      </Grid>
    </section>
  )
}

function SheetStep({ sheet, reads }: { sheet: Sheet; reads: boolean }) {
  const m = useIndicatorWords()
  const label = useFormat().fiscalYear(sheet.fiscalYear)
  const missing = missingParts(sheet.typed)
  const action = <LinkButton href={`/sheets?year=${sheet.fiscalYear}`}>{m.next.open}</LinkButton>
  if (reads) {
    return (
      <NextStep title={m.next.read(label)} actions={action}>
        {m.next.readText}
      </NextStep>
    )
  }
  if (missing.length > 0) {
    return (
      <NextStep title={m.next.write(label)} actions={action}>
        {m.next.writeText(missing.map((part) => m.parts[part]).join(' / '))}
      </NextStep>
    )
  }
  return sheet.versions.length === 0 ? (
    <NextStep title={m.next.publish(label)} actions={action}>
      {m.next.publishText}
    </NextStep>
  ) : (
    <NextStep title={m.next.done(label)} icon="done" actions={action}>
      {m.next.doneText}
    </NextStep>
  )
}
