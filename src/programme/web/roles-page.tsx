import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useWrite } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useListAddress } from '../../ui/list-view.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Menu } from '../../ui/menu.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useServerPages, useWholeList } from '../../ui/server-pages.ts'
import { useSession } from '../../ui/session.ts'
import { Badge } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { roleNames, type RoleName } from '../rules/roles.ts'
import { FreshLink } from './fresh-link.tsx'
import { LinkToHandOver } from './link-to-hand-over.tsx'
import { noRole, RoleFields, roleInput, type RoleValues } from './role-fields.tsx'
import { linkWithSecret, newSecret } from './secret-link.ts'
import { SetUpFrame } from './set-up-frame.tsx'
import { useProgrammeWords } from './words.ts'

type Member = (typeof contract)['memberships']['output']['_output']['rows'][number]
type Invitation = (typeof contract)['invitations']['output']['_output']['rows'][number]

function InviteForm({ programmeId }: { programmeId: string }) {
  const m = useProgrammeWords()
  const [token] = useState(newSecret)
  const [expiresAt, setExpiresAt] = useState<string | null>(null)
  const initial: RoleValues & { email: string } = { email: '', ...noRole }
  const form = useForm(contract.invite, {
    initial,
    input: ({ email, ...role }) => ({ email, ...roleInput(role), token }),
    onDone: (output) => setExpiresAt(output.expiresAt),
    refusals: m.refusals,
  })
  if (expiresAt !== null) return <LinkToHandOver path={linkWithSecret(`/invitation/${programmeId}`, token)} expiresAt={expiresAt} />
  const onRole = (role: RoleName | '', scope: string): void => {
    form.set('role', role)
    form.set('scope', scope)
  }
  return (
    <Form form={form} submit={m.people.inviteSubmit}>
      <p className="text-ink-soft">{m.people.inviteLead}</p>
      <TextField {...form.field('email')} label={m.people.email} type="email" width="medium" required />
      <RoleFields
        programmeId={programmeId}
        role={form.field('role')}
        scope={{ ...form.field('scope'), name: 'scopeId', error: form.errors.find((error) => error.path === 'scopeId')?.text ?? null }}
        onRole={onRole}
      />
    </Form>
  )
}

function GrantForm({ programmeId, member, onDone }: { programmeId: string; member: Member; onDone: () => void }) {
  const m = useProgrammeWords()
  const form = useForm(contract['grant-role'], {
    initial: noRole,
    input: (values) => ({ ...roleInput(values), userId: member.userId }),
    onDone: () => {
      showToast(m.people.given)
      onDone()
    },
    refusals: m.refusals,
  })
  const onRole = (role: RoleName | '', scope: string): void => {
    form.set('role', role)
    form.set('scope', scope)
  }
  return (
    <Form form={form} submit={m.people.grant}>
      <RoleFields
        programmeId={programmeId}
        role={form.field('role')}
        scope={{ ...form.field('scope'), name: 'scopeId', error: form.errors.find((error) => error.path === 'scopeId')?.text ?? null }}
        onRole={onRole}
      />
    </Form>
  )
}

function EndRole({ member, onDone }: { member: Member; onDone: () => void }) {
  const m = useProgrammeWords()
  const end = useWrite(contract['end-role'], {
    onSuccess: () => {
      showToast(m.people.ended)
      onDone()
    },
  })
  return (
    <Stack gap="medium">
      <p>{m.people.endText(member.name, m.roles[member.role])}</p>
      <RefusalNotice refusal={end.refusal} words={m.refusals} actions={<FreshLink refusal={end.refusal} />} />
      <div>
        <Button look="danger" pending={end.pending} onClick={() => void end.run({ membershipId: member.id }).catch(() => undefined)}>
          {m.people.end}
        </Button>
      </div>
    </Stack>
  )
}

function ResetLink({ member }: { member: Member }) {
  const m = useProgrammeWords()
  const [token] = useState(newSecret)
  const make = useWrite(contract['make-reset-link'])
  if (make.output) return <LinkToHandOver path={linkWithSecret('/reset-password', token)} expiresAt={make.output.expiresAt} />
  return (
    <Stack gap="medium">
      <p>{m.people.resetText(member.name)}</p>
      <RefusalNotice refusal={make.refusal} words={m.refusals} actions={<FreshLink refusal={make.refusal} />} />
      <div>
        <Button pending={make.pending} onClick={() => void make.run({ userId: member.userId, token }).catch(() => undefined)}>
          {m.people.resetMake}
        </Button>
      </div>
    </Stack>
  )
}

type Opened = { what: 'grant' | 'end' | 'reset'; member: Member }

function Members({ programmeId }: { programmeId: string }) {
  const m = useProgrammeWords()
  const format = useFormat()
  const address = useListAddress(['role'])
  const { view } = address
  const chosen = view.chosen['role']?.[0] ?? null
  const role = roleNames.find((name) => name === chosen) ?? null
  const { found, server } = useServerPages(contract.memberships, { search: view.text, role }, address)
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = (): void => setOpened(null)
  const scopeOf = (row: Member): string => (row.scopeName === '' ? m.scopes[row.scopeKind] : row.scopeName)
  const titles = { grant: opened ? m.people.grantFor(opened.member.name) : '', end: m.people.endTitle, reset: m.people.resetTitle }
  return (
    <>
      <Loaded of={found}>
        {({ rows }) => (
          <DataList
            caption={m.people.membersTab}
            rows={rows}
            rowKey={(row) => row.id}
            server={server}
            columns={[
              {
                key: 'name',
                label: m.name,
                value: (row) => `${row.name} ${row.email}`,
                show: (row) => (
                  <span className="block min-w-40">
                    <span className="block font-bold">{row.name}</span>
                    <span className="block font-normal break-all text-ink-soft">{row.email}</span>
                  </span>
                ),
                sortable: false,
              },
              {
                key: 'role',
                label: m.people.role,
                value: (row) => m.roles[row.role],
                show: (row) => <span className="whitespace-nowrap">{m.roles[row.role]}</span>,
                sortable: false,
              },
              {
                key: 'scope',
                label: m.people.scope,
                value: scopeOf,
                show: (row) => <span className="whitespace-nowrap">{scopeOf(row)}</span>,
                sortable: false,
              },
              {
                key: 'secondFactor',
                label: m.people.secondFactor,
                value: (row) => (row.secondFactor ? m.people.on : m.people.off),
                show: (row) => (
                  <Badge tone={row.secondFactor ? 'success' : 'neutral'}>{row.secondFactor ? m.people.on : m.people.off}</Badge>
                ),
                sortable: false,
              },
              {
                key: 'granted',
                label: m.people.granted,
                value: (row) => row.grantedAt,
                show: (row) => format.shortDate(row.grantedAt),
                sortable: false,
                hidden: true,
              },
            ]}
            filters={[
              {
                key: 'role',
                label: m.people.role,
                options: roleNames.map((value) => ({ value, label: m.roles[value] })),
                of: (row) => row.role,
              },
            ]}
            rowActions={{
              label: m.people.actions,
              show: (member) => (
                <Menu
                  trigger={m.people.actions}
                  label={`${m.people.actions}: ${member.name}`}
                  groups={[
                    {
                      entries: [
                        { key: 'grant', label: m.people.grant, icon: 'plus', onSelect: () => setOpened({ what: 'grant', member }) },
                        { key: 'reset', label: m.people.reset, icon: 'shield', onSelect: () => setOpened({ what: 'reset', member }) },
                        { key: 'end', label: m.people.end, icon: 'trash', onSelect: () => setOpened({ what: 'end', member }) },
                      ],
                    },
                  ]}
                />
              ),
            }}
            empty={{ title: m.people.none, text: m.people.inviteLead }}
          />
        )}
      </Loaded>
      <Dialog open={opened !== null} onClose={close} title={opened ? titles[opened.what] : ''}>
        {opened?.what === 'grant' ? <GrantForm programmeId={programmeId} member={opened.member} onDone={close} /> : null}
        {opened?.what === 'end' ? <EndRole member={opened.member} onDone={close} /> : null}
        {opened?.what === 'reset' ? <ResetLink member={opened.member} /> : null}
      </Dialog>
    </>
  )
}

const tones = { open: 'info', used: 'success', withdrawn: 'neutral', expired: 'warning' } as const

function Invitations() {
  const m = useProgrammeWords()
  const format = useFormat()
  const invitations = useWholeList(contract.invitations, {})
  const withdraw = useWrite(contract['withdraw-invitation'], { onSuccess: () => showToast(m.people.withdrawn) })
  const withdrawButton = (row: Invitation) =>
    row.state === 'open' ? (
      <Button
        size="small"
        look="outline"
        pending={withdraw.pending}
        onClick={() => void withdraw.run({ invitationId: row.id }).catch(() => undefined)}
      >
        {m.people.withdraw}
      </Button>
    ) : null
  return (
    <Stack gap="medium">
      <RefusalNotice refusal={withdraw.refusal} words={m.refusals} />
      <Loaded of={invitations}>
        {({ rows }) => (
          <DataList
            caption={m.people.invitationsTab}
            prefix="invitation"
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              { key: 'email', label: m.people.email, value: (row) => row.email },
              { key: 'role', label: m.people.role, value: (row) => m.roles[row.role] },
              { key: 'scope', label: m.people.scope, value: (row) => (row.scopeName === '' ? m.scopes[row.scopeKind] : row.scopeName) },
              {
                key: 'state',
                label: m.state,
                value: (row) => m.people.states[row.state],
                show: (row) => <Badge tone={tones[row.state]}>{m.people.states[row.state]}</Badge>,
              },
              { key: 'expires', label: m.people.expires, value: (row) => row.expiresAt, show: (row) => format.shortDate(row.expiresAt) },
            ]}
            rowActions={{ label: m.people.actions, show: withdrawButton }}
            empty={{ title: m.people.noInvitations, text: m.people.noInvitationsText }}
          />
        )}
      </Loaded>
    </Stack>
  )
}

export default function RolesPage() {
  const m = useProgrammeWords()
  const { current } = useSession()
  const [inviting, setInviting] = useState(false)
  const programmeId = current?.programmeId ?? ''
  return (
    <SetUpFrame
      step="people"
      title={m.people.title}
      lead={m.people.lead}
      actions={
        <Button icon="plus" onClick={() => setInviting(true)}>
          {m.people.invite}
        </Button>
      }
    >
      <Card>
        <Tabs
          label={m.people.title}
          tabs={[
            { key: 'members', label: m.people.membersTab, content: <Members programmeId={programmeId} /> },
            { key: 'invitations', label: m.people.invitationsTab, content: <Invitations /> },
          ]}
        />
      </Card>
      <Dialog open={inviting} onClose={() => setInviting(false)} title={m.people.inviteTitle}>
        {inviting ? <InviteForm programmeId={programmeId} /> : null}
      </Dialog>
    </SetUpFrame>
  )
}
