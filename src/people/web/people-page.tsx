import type { z } from 'zod'
import { contract as programmeContract } from '../../programme/contract/index.ts'
import { LinkButton } from '../../ui/button.tsx'
import { read, useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { type Column, type ListView, useListAddress } from '../../ui/list-view.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useMay } from '../../ui/may.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { useSession } from '../../ui/session.ts'
import { Badge } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { contract } from '../contract/index.ts'
import { isWorkerState, workerStates } from '../rules/states.ts'
import { contacting } from '../rules/who-may.ts'
import { CountsCard } from './counts-card.tsx'
import { StateBadge } from './state-badge.tsx'
import { usePeopleWords, useSkillName } from './words.ts'

type Row = (typeof contract)['workers']['output']['_output']['rows'][number]
type Filters = z.input<(typeof contract)['workers']['input']>

const pageSize = 50
const largestPage = 200
const sorts = ['kana', 'number', 'municipality', 'state', 'registeredOn', 'appliedOn', 'weekMinutes'] as const

/** What the list shows, as the server wants it. */
function filtersOf(view: ListView): Filters {
  return {
    search: view.text,
    states: (view.chosen['state'] ?? []).filter(isWorkerState),
    municipalityIds: [...(view.chosen['municipality'] ?? [])],
    skillIds: [...(view.chosen['skill'] ?? [])],
    sort: sorts.find((sort) => sort === (view.sort === 'name' ? 'kana' : view.sort)) ?? 'kana',
    descending: view.descending,
  }
}

async function everyone(filters: Filters): Promise<Row[]> {
  const rows: Row[] = []
  for (let page = 1; ; page++) {
    const answer = await read(contract.workers, { ...filters, page, limit: largestPage })
    rows.push(...answer.rows)
    if (answer.rows.length < largestPage) return rows
  }
}

function useColumns(): Column<Row>[] {
  const m = usePeopleWords()
  const format = useFormat()
  const nameOf = useSkillName()
  return [
    {
      key: 'name',
      label: m.people.name,
      value: (row) => row.name,
      show: (row) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {row.name}
          {row.isDemo ? <Badge>{m.people.demo}</Badge> : null}
        </span>
      ),
      href: (row) => `/people/${row.id}`,
    },
    { key: 'kana', label: m.people.kana, value: (row) => row.kana, hidden: true },
    { key: 'number', label: m.number, value: (row) => row.number, numeric: true },
    { key: 'municipality', label: m.municipality, value: (row) => row.municipalityName },
    { key: 'state', label: m.state, value: (row) => m.states[row.state], show: (row) => <StateBadge state={row.state} /> },
    {
      key: 'skills',
      label: m.people.skills,
      value: (row) => row.skills.map((skill) => `${nameOf(skill)} ${skill.level}`).join(' / '),
      sortable: false,
    },
    {
      key: 'weekMinutes',
      label: m.people.weekMinutes,
      value: (row) => row.weekMinutes,
      show: (row) => format.minutes(row.weekMinutes),
      numeric: true,
    },
    {
      key: 'registeredOn',
      label: m.people.registeredOn,
      value: (row) => row.registeredOn,
      show: (row) => (row.registeredOn === null ? '' : format.shortDate(row.registeredOn)),
    },
    {
      key: 'appliedOn',
      label: m.people.appliedOn,
      value: (row) => row.appliedOn,
      show: (row) => format.shortDate(row.appliedOn),
      hidden: true,
    },
  ]
}

export default function PeoplePage() {
  const m = usePeopleWords()
  const nameOf = useSkillName()
  const mayAddSkills = useMay(contract['add-skill'])
  const seesContacts = useMay({ allow: contacting })
  const { current } = useSession()
  const looksOn = current?.scopeKind === 'municipality' && !seesContacts
  const address = useListAddress(['state', 'municipality', 'skill'])
  const filters = filtersOf(address.view)
  const columns = useColumns()
  const workers = useRead(contract.workers, { ...filters, page: address.view.page, limit: pageSize }, { keepPrevious: true })
  const municipalities = useRead(programmeContract.municipalities, {})
  const skills = useRead(contract.skills, {})
  return (
    <>
      <PageTitle lead={looksOn ? m.officer.lead : m.people.lead}>{m.people.title}</PageTitle>
      <Stack>
        <Card>
          <Loaded of={workers} lines={10}>
            {({ rows, total }) => (
              <DataList
                caption={m.people.title}
                rows={rows}
                rowKey={(row) => row.id}
                columns={columns}
                server={{ total, address, pageSize, everyRow: () => everyone(filters) }}
                filters={[
                  {
                    key: 'state',
                    label: m.state,
                    options: workerStates.map((value) => ({ value, label: m.states[value] })),
                    of: (row) => row.state,
                  },
                  {
                    key: 'municipality',
                    label: m.municipality,
                    options: (municipalities.data?.rows ?? [])
                      .filter((row) => row.isMember)
                      .map((row) => ({ value: row.id, label: row.name })),
                    of: (row) => row.municipalityId,
                  },
                  {
                    key: 'skill',
                    label: m.skillLabel,
                    options: (skills.data?.rows ?? []).map((row) => ({ value: row.id, label: nameOf(row) })),
                    of: () => null,
                  },
                ]}
                empty={{ title: m.people.none, text: m.people.noneText }}
              />
            )}
          </Loaded>
        </Card>
        <CountsCard />
        {mayAddSkills ? (
          <div>
            <LinkButton href="/skills" look="quiet" iconAfter="arrow-right">
              {m.people.skillCatalogue}
            </LinkButton>
          </div>
        ) : null}
      </Stack>
    </>
  )
}
