import { newId } from '../../platform/action.ts'
import { insertMany } from '../../platform/db/bulk.ts'
import type { Db } from '../../platform/db/db.ts'
import { cities, type City } from './facts.ts'
import { words } from './messages.ja.ts'

export interface Frame {
  programmeId: string
  city: Record<City, string>
  site: Record<City, string>
  skills: Record<string, string>
  kinds: { id: string; key: string; withholding: string; unit: string; skillId: string }[]
  clients: string[]
}

/** The published minimum wages of the programme's prefectures, each from the day on which it takes effect. */
const minimumWages: { prefecture: string; from: string; hourlyYen: number }[] = [
  ...wages(words.cities.shiojiri.prefecture, {
    '2019-10-04': 848,
    '2020-10-01': 849,
    '2021-10-01': 877,
    '2022-10-01': 908,
    '2023-10-01': 948,
    '2024-10-01': 998,
    '2025-10-03': 1_061,
  }),
  ...wages(words.cities.itoigawa.prefecture, {
    '2019-10-06': 830,
    '2020-10-01': 831,
    '2021-10-01': 859,
    '2022-10-01': 890,
    '2023-10-01': 931,
    '2024-10-01': 985,
    '2025-10-02': 1_050,
  }),
]
function wages(prefecture: string, byDay: Record<string, number>) {
  return Object.entries(byDay).map(([from, hourlyYen]) => ({ prefecture, from, hourlyYen }))
}
const codes: Record<City, string> = { shiojiri: '202151', azumino: '202207', itoigawa: '152161', omachi: '202126' }
const joined: Record<City, string> = { shiojiri: '2018-04-01', azumino: '2019-04-01', itoigawa: '2020-04-01', omachi: '2022-04-01' }
/** Adopters are counted by the day on which their coworking place opened: five before 2021-04-01, the sixth in 令和3年度. */
const adopted: Record<City, string | null> = { shiojiri: '2018-04-01', azumino: '2019-10-01', itoigawa: '2020-10-01', omachi: null }
const unnamedAdopters = [
  { letter: 'A', on: '2020-06-01' },
  { letter: 'B', on: '2020-12-01' },
  { letter: 'C', on: '2021-10-01' },
]

/** The yearly costs of the programme; 令和4年度 is the seed's: 17,000千円, of which 大町市 carries 5,995,000円. */
const yearCosts: { year: number; shares: Partial<Record<City, number>> }[] = [
  { year: 2021, shares: { shiojiri: 7_000_000, azumino: 4_500_000, itoigawa: 3_500_000 } },
  { year: 2022, shares: { shiojiri: 5_005_000, azumino: 3_200_000, itoigawa: 2_800_000, omachi: 5_995_000 } },
]

/** Enters the programme, its cities, sites, costs, skills and kinds of work. */
export async function insertFrame(db: Db, programmeId: string, clientCount: number): Promise<Frame> {
  const { programme } = words
  await db
    .insertInto('programme.programme')
    .values({
      programmeId,
      name: programme.name,
      outline: programme.outline,
      operatorName: programme.operatorName,
      operatorKana: programme.operatorKana,
      operatorAddress: programme.operatorAddress,
      operatorContact: programme.operatorContact,
      operatorRepresentative: programme.operatorRepresentative,
      operatorInvoiceNumber: 'T7000012050002',
      firstFiscalYear: 2021,
      lastFiscalYear: 2023,
      grantName: programme.grantName,
      secondFactorRequired: false,
      bankAccount: JSON.stringify({
        requesterCode: '1234567890',
        requesterKana: programme.operatorKana,
        bankCode: '0143',
        bankName: 'ハチジユウニナガノ',
        branchCode: '433',
        branchName: 'シオジリ',
        accountType: 'ordinary',
        accountNumber: '7654321',
      }),
      isDemo: true,
    })
    .execute()
  const tenant = { programmeId }
  const frame: Frame = {
    programmeId,
    city: newIds(),
    site: newIds(),
    skills: Object.fromEntries(words.skills.map((skill) => [skill.key, newId()])),
    kinds: [],
    clients: Array.from({ length: clientCount }, () => newId()),
  }
  await insertMany(db, 'programme.municipality', [
    ...cities.map((city) => ({
      ...tenant,
      id: frame.city[city],
      code: codes[city],
      name: words.cities[city].name,
      nameEn: words.cities[city].nameEn,
      department: words.cities[city].department,
      isLead: city === 'shiojiri',
      isMember: true,
      joinedOn: joined[city],
      adoptedOn: adopted[city],
    })),
    ...unnamedAdopters.map(({ letter, on }) => ({
      ...tenant,
      id: newId(),
      code: null,
      name: words.adopter(letter),
      nameEn: `Adopter ${letter}`,
      department: '',
      isLead: false,
      isMember: false,
      joinedOn: on,
      adoptedOn: on,
    })),
  ])
  await insertMany(
    db,
    'programme.site',
    cities.map((city) => ({
      ...tenant,
      id: frame.site[city],
      municipalityId: frame.city[city],
      name: words.cities[city].site,
      prefecture: words.cities[city].prefecture,
      address: words.postal(words.cities[city].name),
      seats: city === 'shiojiri' ? 24 : 10,
      securityClass: 1,
      openedOn: joined[city],
    })),
  )
  for (const { year, shares } of yearCosts) await insertYearCost(db, frame, year, shares)
  await insertMany(
    db,
    'people.skill',
    words.skills.map((skill) => ({
      ...tenant,
      id: frame.skills[skill.key],
      key: skill.key,
      nameJa: skill.ja,
      nameEn: skill.en,
      highestLevel: 3,
    })),
  )
  frame.kinds = words.kinds.map((kind) => ({
    id: newId(),
    key: kind.key,
    withholding: kind.withholding,
    unit: kind.unit,
    skillId: frame.skills[kind.skill] ?? '',
  }))
  await insertMany(
    db,
    'orders.work_kind',
    words.kinds.map((kind, index) => ({
      ...tenant,
      id: frame.kinds[index]?.id,
      key: kind.key,
      nameJa: kind.ja,
      nameEn: kind.en,
      withholding: kind.withholding,
    })),
  )
  await insertMany(
    db,
    'sales.client',
    frame.clients.map((id, index) => ({
      ...tenant,
      id,
      name: words.client(index + 1).name,
      nameKana: words.client(index + 1).kana,
      postalAddress: words.postal(words.cities.shiojiri.name),
      contactEmail: `client-${index + 1}@demo.example`,
      isDemo: true,
    })),
  )
  await insertMany(
    db,
    'programme.minimum_wage',
    minimumWages.map(({ prefecture, from, hourlyYen }) => ({ ...tenant, prefecture, validFrom: from, hourlyYen })),
  )
  await insertIndicators(db, programmeId)
  return frame
}

/** The four indicators of the evaluation sheet with their baselines and yearly targets. */
const plan = [
  { source: 'earners', baseline: 250, targets: { 2021: 50, 2022: 90, 2023: 130 }, local: true },
  { source: 'orders-thousand-yen', baseline: 250_000, targets: { 2021: 50_000, 2022: 86_000, 2023: 126_000 }, local: false },
  { source: 'profit-thousand-yen', baseline: 0, targets: { 2021: 0, 2022: 0, 2023: 10_000 }, local: false },
  { source: 'adopting-municipalities', baseline: 5, targets: { 2021: 1, 2022: 1, 2023: 3 }, local: false },
]

async function insertIndicators(db: Db, programmeId: string): Promise<void> {
  const rows = plan.map((indicator, index) => ({ ...indicator, id: newId(), position: index + 1, words: words.indicators[index] }))
  await insertMany(
    db,
    'indicators.indicator',
    rows.map((row) => ({
      programmeId,
      id: row.id,
      position: row.position,
      name: row.words?.name,
      nameEn: row.words?.nameEn,
      unit: row.words?.unit,
      direction: 'up',
      mode: 'increment',
      source: row.source,
      baselineFiscalYear: 2020,
      baselineValue: row.baseline,
      localShare: row.local,
    })),
  )
  await insertMany(
    db,
    'indicators.target',
    rows.flatMap((row) =>
      Object.entries(row.targets).map(([year, value]) => ({
        programmeId,
        indicatorId: row.id,
        fiscalYear: Number(year),
        value,
      })),
    ),
  )
}

async function insertYearCost(db: Db, frame: Frame, year: number, shares: Partial<Record<City, number>>): Promise<void> {
  const tenant = { programmeId: frame.programmeId, fiscalYear: year }
  const entries = cities.flatMap((city) => (shares[city] === undefined ? [] : [{ city, yen: shares[city] }]))
  await insertMany(db, 'programme.year_cost', [{ ...tenant, costYen: entries.reduce((sum, entry) => sum + entry.yen, 0) }])
  await insertMany(
    db,
    'programme.cost_share',
    // The national grant pays one half (地方創生推進交付金, 補助率 1/2).
    entries.map(({ city, yen }) => ({
      ...tenant,
      municipalityId: frame.city[city],
      costYen: yen,
      eligibleYen: yen,
      grantYen: Math.floor(yen / 2),
    })),
  )
}

const newIds = (): Record<City, string> => ({ shiojiri: newId(), azumino: newId(), itoigawa: newId(), omachi: newId() })
