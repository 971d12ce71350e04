import { useState } from 'react'
import { saveBytes } from '../../money/web/save-bytes.ts'
import { Actions, Button, PrintButton } from '../../ui/button.tsx'
import { read, useRead } from '../../ui/client.ts'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { useMay } from '../../ui/may.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { useRefusalText } from '../../ui/refusal-notice.tsx'
import { Refusal } from '../../ui/request.ts'
import { useSession } from '../../ui/session.ts'
import { Card, Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { DateText } from '../../ui/value-text.tsx'
import { contract, type Sheet } from '../contract.ts'
import { OfChoice, useChoice, YearAndCity } from './choice.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { SheetPaper } from './sheet-paper.tsx'
import { useFormat } from '../../ui/format.ts'
import { useIndicatorWords } from './words.ts'

/** The evaluation sheet of one city and year: as the paper looks, with what is computed and what is typed. */
export default function SheetPage() {
  const m = useIndicatorWords()
  const chosen = useChoice({ targetsOnly: true })
  const { fiscalYear, municipalityId } = chosen.choice
  const city = municipalityId ?? chosen.cities[0]?.municipalityId ?? null
  const isKnown = fiscalYear !== null && city !== null
  const sheet = useRead(contract.sheet, { fiscalYear: fiscalYear ?? 2000, municipalityId: city ?? '' }, { enabled: isKnown })
  return (
    <Stack>
      {chosen.isElsewhere ? (
        <>
          <PageTitle>{m.sheets}</PageTitle>
          <OfChoice of={chosen} needsCity>
            {null}
          </OfChoice>
        </>
      ) : isKnown ? (
        <Loaded of={sheet}>
          {(data) => (
            <SheetView key={`${data.municipality.id}-${data.fiscalYear}`} sheet={data} choice={<YearAndCity of={chosen} needsCity />} />
          )}
        </Loaded>
      ) : (
        <>
          <PageTitle>{m.sheets}</PageTitle>
          {chosen.years.data ? <EmptyList title={m.next.none} text={m.next.noneText} /> : null}
        </>
      )}
    </Stack>
  )
}

function SheetView({ sheet, choice }: { sheet: Sheet; choice: React.ReactNode }) {
  const m = useIndicatorWords()
  const label = useFormat().fiscalYear(sheet.fiscalYear)
  const [isPublishing, setPublishing] = useState(false)
  const mayWrite = useMay(contract['edit-sheet'], { municipality: [sheet.municipality.id] })
  return (
    <>
      <PageTitle
        lead={`${sheet.municipality.name} ${label}`}
        actions={
          <Actions>
            {mayWrite ? <Button onClick={() => setPublishing(true)}>{m.publish.button}</Button> : null}
            <WorkbookButton sheet={sheet} />
            <PrintButton>{m.print}</PrintButton>
          </Actions>
        }
      >
        {m.sheet}
      </PageTitle>
      {choice}
      <SheetPaper sheet={sheet} mayWrite={mayWrite} />
      <Versions sheet={sheet} />
      {isPublishing ? <PublishDialog sheet={sheet} onClose={() => setPublishing(false)} /> : null}
    </>
  )
}

function WorkbookButton({ sheet }: { sheet: Sheet }) {
  const m = useIndicatorWords()
  const refusalText = useRefusalText()
  const [pending, setPending] = useState(false)
  const save = async (): Promise<void> => {
    setPending(true)
    try {
      saveBytes(await read(contract['sheet-workbook'], { fiscalYear: sheet.fiscalYear, municipalityId: sheet.municipality.id }))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      showToast(refusalText(error, {}), { tone: 'danger' })
    } finally {
      setPending(false)
    }
  }
  return (
    <Button look="outline" icon="download" pending={pending} onClick={() => void save()}>
      {m.publish.excel}
    </Button>
  )
}

function Versions({ sheet }: { sheet: Sheet }) {
  const m = useIndicatorWords()
  const { current } = useSession()
  return (
    <Card title={m.publish.versions}>
      {sheet.versions.length === 0 ? (
        <p>{m.publish.notYet}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {sheet.versions.map((version) => (
            <li key={version.version} className="flex flex-wrap items-baseline gap-x-4">
              <a
                className="tap inline-flex items-center font-bold text-accent-ink underline"
                href={`/api/platform/documents/${version.documentId}.pdf?programme=${current?.programmeId ?? ''}`}
                target="_blank"
                rel="noreferrer"
              >
                {m.publish.version(version.version)} {m.publish.pdf}
              </a>
              <a
                className="tap inline-flex items-center font-bold text-accent-ink underline"
                href={`/api/platform/documents/${version.documentId}.xlsx?programme=${current?.programmeId ?? ''}`}
              >
                {m.publish.excel}
              </a>
              <DateText date={version.publishedAt} time />
              <span>
                {m.publish.by}: {version.publishedBy}
              </span>
              {version.reason === '' ? null : <span>{version.reason}</span>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
