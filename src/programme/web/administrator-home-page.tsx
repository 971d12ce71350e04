import { Button, LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Link } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useSession } from '../../ui/session.ts'
import { Badge, Notice, ProgressBar } from '../../ui/status.tsx'
import { Card, Figure, Grid, NextStep, Stack } from '../../ui/surface.tsx'
import { contract } from '../contract/index.ts'
import type { SetUpItem } from '../rules/set-up.ts'
import { setUpPaths } from './set-up-frame.tsx'
import { useProgrammeWords } from './words.ts'

function Next({ items }: { items: readonly SetUpItem[] }) {
  const m = useProgrammeWords()
  const missing = items.find((item) => !item.done)
  if (!missing) {
    return (
      <NextStep title={m.home.allDone} icon="done" actions={<LinkButton href={setUpPaths.people}>{m.home.inviteAction}</LinkButton>}>
        <p>{m.home.allDoneText}</p>
      </NextStep>
    )
  }
  return (
    <NextStep
      title={m.home.nextTitle(m.setUp[missing.key])}
      actions={<LinkButton href={setUpPaths[missing.key]}>{m.home.nextAction}</LinkButton>}
    >
      <p>{m.setUp.why[missing.key]}</p>
    </NextStep>
  )
}

function SetUpList({ items }: { items: readonly SetUpItem[] }) {
  const m = useProgrammeWords()
  const done = items.filter((item) => item.done).length
  return (
    <Card title={m.home.setUp}>
      <Stack gap="medium">
        <ProgressBar label={m.home.progressLabel} share={done / items.length} text={m.home.progress(done, items.length)} />
        <ul className="divide-y divide-line">
          {items.map((item) => (
            <li key={item.key} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
              <div className="min-w-0 flex-1 basis-60">
                <Link href={setUpPaths[item.key]} className="tap inline-flex items-center font-bold">
                  {m.setUp[item.key]}
                </Link>
                <p className="text-ink-soft">{m.setUp.why[item.key]}</p>
              </div>
              <Badge tone={item.done ? 'success' : 'warning'}>{item.done ? m.home.done : m.home.missing}</Badge>
            </li>
          ))}
        </ul>
      </Stack>
    </Card>
  )
}

function Roles() {
  const m = useProgrammeWords()
  const format = useFormat()
  const memberships = useRead(contract.memberships, { limit: 1 })
  return (
    <Loaded of={memberships} lines={2}>
      {({ total }) => (
        <Figure
          label={m.home.rolesTitle}
          value={`${format.number(total)} ${m.home.people}`}
          note={
            <>
              <Link href={setUpPaths.people}>{m.home.openRoles}</Link>
              <br />
              <Link href="/administration/limits">{m.limits.open}</Link>
            </>
          }
        />
      )}
    </Loaded>
  )
}

function Log() {
  const m = useProgrammeWords()
  const format = useFormat()
  const check = useRead(contract['audit-check'], {})
  return (
    <Loaded of={check} lines={2}>
      {({ rowCount, broken }) => (
        <Figure
          label={m.home.auditTitle}
          value={
            <span className={`inline-flex items-center gap-2 ${broken.length === 0 ? 'text-success-ink' : 'text-danger-ink'}`}>
              <Icon name={broken.length === 0 ? 'shield' : 'error'} className="size-8" />
              {broken.length === 0 ? m.audit.ok : m.audit.broken}
            </span>
          }
          note={
            <>
              {broken.length === 0 ? m.home.auditOk(format.number(rowCount)) : m.home.auditBroken(format.number(broken.length))}{' '}
              <Link href="/administration/audit">{m.home.openAudit}</Link>
            </>
          }
        />
      )}
    </Loaded>
  )
}

export default function AdministratorHomePage() {
  const m = useProgrammeWords()
  const { account, refresh } = useSession()
  const setUp = useRead(contract['set-up'], {})
  // The rights of the role do not count without a second factor, so every read would be refused.
  if (setUp.error?.code === 'not-permitted' && account?.secondFactor === false) {
    return (
      <>
        <PageTitle>{m.home.title}</PageTitle>
        <Notice
          tone="warning"
          title={m.home.secondFactorTitle}
          actions={
            <>
              <LinkButton href="/account">{m.create.secondFactorAction}</LinkButton>
              <Button look="outline" onClick={() => void refresh()}>
                {m.account.goOn}
              </Button>
            </>
          }
        >
          {m.home.secondFactorText}
        </Notice>
      </>
    )
  }
  return (
    <>
      <PageTitle lead={m.home.lead}>{m.home.title}</PageTitle>
      <Loaded of={setUp} lines={8}>
        {({ items }) => (
          <Stack>
            <Next items={items} />
            <Grid min="large">
              <SetUpList items={items} />
              <Stack>
                <Roles />
                <Log />
              </Stack>
            </Grid>
          </Stack>
        )}
      </Loaded>
    </>
  )
}
