import { Actions, Button, LinkButton } from '../../ui/button.tsx'
import { useRead, useWrite } from '../../ui/client.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useMay } from '../../ui/may.ts'
import { Link, useGo, useParam } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { showToast } from '../../ui/toast.tsx'
import { DateText, Money, MinutesText } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { MaterialTab } from './material-tab.tsx'
import { ManualTab } from './manual-tab.tsx'
import { useNeeds } from './needs.ts'
import { OffersTab } from './offers-tab.tsx'
import { PackageStateBadge, ProgressView } from './order-parts.tsx'
import { PeopleTab } from './people-tab.tsx'
import { PriceCheck } from './price-check.tsx'
import { QuestionsPanel } from './questions-panel.tsx'
import { ReadinessTab } from './readiness-tab.tsx'
import type { PackageView } from './answers.ts'
import { useOrderWords, useStaffWords } from './words.ts'

export default function PackagePage() {
  const packageId = useParam('packageId')
  const work = useRead(contract.package, { packageId })
  return <Loaded of={work}>{(data) => <View work={data} />}</Loaded>
}

function View({ work }: { work: PackageView }) {
  const m = useStaffWords()
  const mayWriteManual = useMay(contract['save-manual'])
  const mayAddMaterial = useMay(contract['add-material'])
  const mayCheck = useMay(contract.readiness)
  const mayOffer = useMay(contract['make-offers'])
  const mayAnswer = useMay(contract.questions)
  const lead = (
    <Link href={`/orders/${work.orderId}`}>
      {work.orderNumber} {work.orderTitle}
    </Link>
  )
  const tabs = [
    { key: 'work', label: m.tabs.work, content: <WorkTab work={work} /> },
    ...(mayWriteManual
      ? [{ key: 'manual', label: m.tabs.manual, content: <ManualTab packageId={work.id} isClosed={work.state === 'closed'} /> }]
      : []),
    ...(mayAddMaterial ? [{ key: 'material', label: m.material.tab, content: <MaterialTab work={work} /> }] : []),
    ...(mayCheck ? [{ key: 'readiness', label: m.tabs.readiness, content: <ReadinessTab work={work} /> }] : []),
    ...(mayOffer ? [{ key: 'offers', label: m.tabs.offers, content: <OffersTab work={work} /> }] : []),
    { key: 'people', label: m.tabs.people, content: <PeopleTab work={work} /> },
    ...(mayAnswer ? [{ key: 'questions', label: m.tabs.questions, content: <QuestionsPanel packageId={work.id} /> }] : []),
  ]
  return (
    <>
      <PageTitle lead={lead} badge={<PackageStateBadge state={work.state} />}>
        {work.title}
      </PageTitle>
      <Stack>
        <Card>
          <ProgressView label={m.orderFields.progress} progress={work.progress} unitName={work.unitName} />
        </Card>
        <Tabs label={m.packageTabs} tabs={tabs} />
      </Stack>
    </>
  )
}

function WorkTab({ work }: { work: PackageView }) {
  const mayChange = useMay(contract['change-package'])
  const { packageFields: m, due } = useStaffWords()
  const format = useFormat()
  const needs = useNeeds()({ skills: work.skillNames, equipment: work.equipment })
  const isEnglish = useLanguage() === 'en'
  return (
    <Stack>
      <Card>
        <DescriptionList
          items={[
            { term: m.summary, value: <span className="whitespace-pre-line">{work.summary}</span> },
            { term: m.specification, value: <span className="whitespace-pre-line">{work.specification}</span> },
            { term: m.workKind, value: isEnglish ? work.workKind.nameEn : work.workKind.nameJa },
            { term: m.units, value: `${format.number(work.units)}${work.unitName}` },
            { term: m.unitMinutes, value: <MinutesText minutes={work.unitMinutes} /> },
            { term: m.unitPriceYen, value: <Money yen={work.unitPriceYen} /> },
            work.priceRationale === '' ? null : { term: m.priceRationale, value: work.priceRationale },
            { term: m.releaseOn, value: <DateText date={work.releaseOn} /> },
            { term: due, value: <DateText date={work.dueOn} /> },
            { term: m.needs, value: needs.join(' · ') },
            { term: m.onSite, value: work.siteName ?? m.home },
            { term: m.securityClass, value: m.securityClasses[work.securityClass] },
            { term: m.expenses, value: work.expenses },
            { term: m.intellectualProperty, value: work.intellectualProperty },
            { term: m.personalData, value: work.personalData },
            { term: m.contact, value: work.contact },
          ]}
        />
      </Card>
      <PriceCheck units={work.units} unitMinutes={work.unitMinutes} unitPriceYen={work.unitPriceYen} reference={work.reference} />
      {mayChange ? <PackageActions work={work} /> : null}
    </Stack>
  )
}

function PackageActions({ work }: { work: PackageView }) {
  const { staff: m, refusals } = useOrderWords()
  const go = useGo()
  const copy = useWrite(contract['copy-package'], {
    onSuccess: ({ packageId }) => {
      showToast(m.copied)
      go(`/packages/${packageId}`)
    },
  })
  const reopen = useWrite(contract['reopen-package'], { onSuccess: () => showToast(m.reopened) })
  const close = useWrite(contract['close-package'], { onSuccess: () => showToast(m.closed) })
  const packageId = work.id
  const isOpen = work.orderState === 'preparing' || work.orderState === 'running'
  return (
    <>
      <RefusalNotice refusal={copy.refusal ?? reopen.refusal ?? close.refusal} words={refusals} />
      <Actions>
        {work.state === 'preparing' ? (
          <LinkButton look="outline" href={`/packages/${packageId}/edit`} icon="edit">
            {m.edit}
          </LinkButton>
        ) : null}
        {isOpen ? (
          <Button
            look="outline"
            pending={copy.pending}
            onClick={() => void copy.run({ packageId, orderId: work.orderId }).catch(() => undefined)}
          >
            {m.copy}
          </Button>
        ) : null}
        {work.state === 'ready' ? (
          <>
            <Button look="quiet" pending={reopen.pending} onClick={() => void reopen.run({ packageId }).catch(() => undefined)}>
              {m.reopen}
            </Button>
            <Button look="quiet" pending={close.pending} onClick={() => void close.run({ packageId }).catch(() => undefined)}>
              {m.close}
            </Button>
          </>
        ) : null}
      </Actions>
    </>
  )
}
