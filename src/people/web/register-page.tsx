import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { AccountForm } from '../../programme/web/account-form.tsx'
import { useReadIn, writeIn } from '../../programme/web/in-programme.ts'
import { useProgrammeWords } from '../../programme/web/words.ts'
import { firstOf, useAddress } from '../../ui/address.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { forgetDraft, readDraft, writeDraft } from '../../ui/draft.ts'
import { Loaded, Skeleton } from '../../ui/loading.tsx'
import { Link, useGo, useHref } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Refusal, request } from '../../ui/request.ts'
import { useSession } from '../../ui/session.ts'
import { Notice } from '../../ui/status.tsx'
import { Steps } from '../../ui/steps.tsx'
import { Card, NextStep, Stack } from '../../ui/surface.tsx'
import { uniqueId } from '../../ui/unique-id.ts'
import { contract } from '../contract/index.ts'
import { applicationInput, emptyApplication, faultsOfStep, type Application, type RegistrationForm, stepKeys } from './application.ts'
import { ApplicationStep } from './application-steps.tsx'
import { usePeopleWords } from './words.ts'

const draftKey = 'people.apply'
const entrances = z.object({
  entrances: z.array(z.object({ programmeId: z.uuid(), name: z.string(), operatorName: z.string() })).default([]),
})

/** The programmes of this installation at whose door one may knock. */
function useEntrances() {
  return useQuery<{ programmeId: string; name: string; operatorName: string }[], Refusal>({
    queryKey: ['session', 'entrances'],
    queryFn: async () => entrances.parse(await request('/api/session')).entrances,
  })
}

/** Asked only where there is something to choose between. */
function ChooseProgramme() {
  const m = usePeopleWords().register
  const open = useEntrances()
  const [only, another] = open.data ?? []
  if (only && !another) return <Registration programmeId={only.programmeId} />
  return (
    <>
      <PageTitle lead={m.chooseText}>{m.choose}</PageTitle>
      <Loaded of={open}>
        {(rows) =>
          rows.length === 0 ? (
            <Notice tone="info">{m.noProgramme}</Notice>
          ) : (
            <Stack>
              {rows.map((row) => (
                <Card key={row.programmeId} title={row.name}>
                  <Stack gap="medium">
                    <p className="text-ink-soft">{row.operatorName}</p>
                    <LinkButton wide href={`/register?${new URLSearchParams({ programme: row.programmeId })}`}>
                      {m.next}
                    </LinkButton>
                  </Stack>
                </Card>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </>
  )
}

function Applied() {
  const m = usePeopleWords().register
  return (
    <>
      <PageTitle>{m.title}</PageTitle>
      <NextStep title={m.appliedTitle} icon="done" actions={<LinkButton href="/my/profile">{m.toProfile}</LinkButton>}>
        <p>{m.appliedText}</p>
      </NextStep>
    </>
  )
}

function Done({ number }: { number: number }) {
  const m = usePeopleWords().register
  return (
    <>
      <PageTitle>{m.doneTitle}</PageTitle>
      <NextStep title={m.number(number)} icon="done" actions={<LinkButton href="/my/profile">{m.toProfile}</LinkButton>}>
        <p>{m.doneText}</p>
        <ol className="list-decimal space-y-1 pl-6">
          {m.flow.slice(1).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </NextStep>
    </>
  )
}

type LastStepProps = { application: Application; send: () => Promise<void>; onBack: () => void }

/** Whoever is signed in sends the application; everybody else makes an account first, in the same press. */
function LastStep({ application, send, onBack }: LastStepProps) {
  const m = usePeopleWords()
  const { account } = useSession()
  const href = useHref()
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const attempt = async (): Promise<void> => {
    setPending(true)
    setRefusal(null)
    try {
      await send()
    } catch (error) {
      setRefusal(error instanceof Refusal ? error : new Refusal('internal', 0))
    } finally {
      setPending(false)
    }
  }
  const back = (
    <Button look="outline" onClick={onBack}>
      {m.register.back}
    </Button>
  )
  return (
    <Stack gap="medium">
      <RefusalNotice refusal={refusal} words={m.refusals} />
      {account ? (
        <>
          <p>{m.register.signedInAs(account.name)}</p>
          <div className="flex flex-wrap gap-3">
            <Button size="large" pending={pending} onClick={() => void attempt()}>
              {m.register.send}
            </Button>
            {back}
          </div>
        </>
      ) : (
        <>
          <p>{m.register.accountText}</p>
          <AccountForm submit={m.register.send} name={application.name} then={attempt} aside={back} />
          <p>
            <Link href={`/sign-in?${new URLSearchParams({ next: href })}`}>{m.register.haveAccount}</Link>
          </p>
        </>
      )}
    </Stack>
  )
}

/** The step stands in the address, so that going back on a phone goes back one step and a reload stays. */
function useStep(programmeId: string, application: Application) {
  const [address] = useAddress()
  const go = useGo()
  const wanted = stepKeys.findIndex((each) => each === firstOf(address['step']))
  const reached = stepKeys.findIndex((each) => faultsOfStep(each, application).length > 0)
  const step = Math.max(0, Math.min(wanted, reached === -1 ? stepKeys.length - 1 : reached))
  const move = (to: number): void => {
    go(`/register?${new URLSearchParams({ programme: programmeId, step: stepKeys[to] ?? '' })}`)
    document.getElementById('page-title')?.focus()
    window.scrollTo({ top: 0 })
  }
  return { step, stepKey: stepKeys[step] ?? 'account', move }
}

/** Nobody fills in ten minutes of questions to hear at their end that no account can be made. */
function ByInvitation() {
  const m = usePeopleWords().register
  return (
    <>
      <PageTitle>{m.title}</PageTitle>
      <Notice tone="info">{useProgrammeWords().signIn.byInvitation}</Notice>
    </>
  )
}

function Wizard({ programmeId, form }: { programmeId: string; form: RegistrationForm }) {
  const m = usePeopleWords()
  const { refresh } = useSession()
  const [application, setApplication] = useState<Application>(() => readDraft(draftKey, emptyApplication(form)) ?? emptyApplication(form))
  const [number, setNumber] = useState<number | null>(null)
  const [key] = useState(uniqueId)
  const { step, stepKey, move } = useStep(programmeId, application)
  const keep = (changed: Application): void => {
    setApplication(changed)
    writeDraft(draftKey, changed)
  }
  const send = async (): Promise<void> => {
    let sent: number
    try {
      sent = (await writeIn(programmeId, contract.apply, contract.apply.input.parse(applicationInput(application)), key)).number
      forgetDraft(draftKey)
    } finally {
      // Signed in by now, whether or not the application was taken; a page that leads on before this is known leads to the sign-in.
      await refresh()
    }
    setNumber(sent)
  }
  if (number !== null) return <Done number={number} />
  return (
    <>
      <PageTitle lead={m.register.lead}>{m.register.title}</PageTitle>
      <Stack>
        <Steps steps={stepKeys.map((each) => ({ key: each, label: m.register.steps[each] }))} current={step} />
        <Card title={stepKey === 'briefing' ? m.register.briefingTitle(form.operatorName) : m.register.steps[stepKey]}>
          {stepKey === 'account' ? (
            <LastStep application={application} send={send} onBack={() => move(step - 1)} />
          ) : (
            <ApplicationStep
              key={stepKey}
              step={stepKey}
              form={form}
              application={application}
              onBack={step === 0 ? null : () => move(step - 1)}
              onChange={keep}
              onNext={(changed) => {
                keep(changed)
                move(step + 1)
              }}
            />
          )}
        </Card>
      </Stack>
    </>
  )
}

function Registration({ programmeId }: { programmeId: string }) {
  const form = useReadIn(programmeId, contract['registration-form'], {})
  const m = usePeopleWords().register
  if (form.error) return <Notice tone="warning">{m.noProgramme}</Notice>
  return form.data ? <Wizard programmeId={programmeId} form={form.data} /> : <Skeleton lines={8} />
}

export default function RegisterPage() {
  const [address] = useAddress()
  const { account, doors, memberships } = useSession()
  const programmeId = firstOf(address['programme'])
  // Whoever applied before this page was opened is a worker already; a second application would be refused at its end.
  const [isKnown] = useState(() =>
    memberships.some(({ scopeKind, programmeId: held }) => scopeKind === 'self' && (programmeId === '' || held === programmeId)),
  )
  if (isKnown) return <Applied />
  if (account === null && !doors.signUp) return <ByInvitation />
  return (
    <div className="mx-auto max-w-3xl">
      {z.uuid().safeParse(programmeId).success ? <Registration programmeId={programmeId} /> : <ChooseProgramme />}
    </div>
  )
}
