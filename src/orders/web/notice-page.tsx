import { LinkButton, PrintButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { formatLanguage, useLanguage } from '../../ui/language.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useParam } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Stack } from '../../ui/surface.tsx'
import { contract } from '../contract/index.ts'
import { documentHref } from './document-href.ts'
import { NoticeSheet } from './notice-sheet.tsx'
import { useWorkerWords } from './words.ts'

export default function NoticePage() {
  const m = useWorkerWords()
  const format = useFormat()
  const documentId = useParam('documentId')
  // In easy Japanese the page says what the paper is; the paper keeps its legal name.
  const chosen = useLanguage()
  const isEasy = chosen === 'easy'
  const language = formatLanguage(chosen)
  const notice = useRead(contract.notice, { documentId, language })
  const actions = (
    <>
      <LinkButton href={documentHref(documentId)} icon="download">
        {m.noticePdf}
      </LinkButton>
      <PrintButton />
    </>
  )
  return (
    <Loaded of={notice}>
      {(data) => (
        <>
          <PageTitle actions={actions}>{isEasy ? m.notice : data.title}</PageTitle>
          <Stack>
            <NoticeSheet notice={data} headed={isEasy} />
            <DescriptionList
              items={[
                { term: m.noticeNumber, value: data.number },
                { term: m.noticeIssued, value: format.instant(data.issuedAt) },
                { term: m.noticeSha, value: <span className="break-all">{data.sha256}</span> },
              ]}
            />
            {data.packageId === null ? null : (
              <LinkButton look="outline" href={`/manuals/${data.packageId}`} icon="book">
                {m.after.manual}
              </LinkButton>
            )}
          </Stack>
        </>
      )}
    </Loaded>
  )
}
