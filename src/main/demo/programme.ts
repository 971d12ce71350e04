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
      programme_id: programmeId,
      name: programme.name,
      outline: programme.outline,
      operator_name: programme.operatorName,
      operator_kana: programme.operatorKana,
      operator_address: programme.operatorAddress,
      operator_contact: programme.operatorContact,
      operator_representative: programme.operatorRepresentative,
      operator_invoice_number: 'T7000012050002',
      first_fiscal_year: 2021,
      last_fiscal_year: 2023,
      grant_name: programme.grantName,
      second_factor_required: false,
      bank_account: JSON.stringify({
        requesterCode: '1234567890',
        requesterKana: programme.operatorKana,
        bankCode: '0143',
        bankName: 'ハチジユウニナガノ',
        branchCode: '433',
        branchName: 'シオジリ',
        accountType: 'ordinary',
        accountNumber: '7654321',
      }),
      is_demo: true,
    })
    .execute()
  const tenant = { programme_id: programmeId }
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
      name_en: words.cities[city].nameEn,
      department: words.cities[city].department,
      is_lead: city === 'shiojiri',
      is_member: true,
      joined_on: joined[city],
      adopted_on: adopted[city],
    })),
    ...unnamedAdopters.map(({ letter, on }) => ({
      ...tenant,
      id: newId(),
      code: null,
      name: words.adopter(letter),
      name_en: `Adopter ${letter}`,
      department: '',
      is_lead: false,
      is_member: false,
      joined_on: on,
      adopted_on: on,
    })),
  ])
  await insertMany(
    db,
    'programme.site',
    cities.map((city) => ({
      ...tenant,
      id: frame.site[city],
      municipality_id: frame.city[city],
      name: words.cities[city].site,
      prefecture: words.cities[city].prefecture,
      address: words.postal(words.cities[city].name),
      seats: city === 'shiojiri' ? 24 : 10,
      security_class: 1,
      opened_on: joined[city],
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
      name_ja: skill.ja,
      name_en: skill.en,
      highest_level: 3,
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
      name_ja: kind.ja,
      name_en: kind.en,
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
      name_kana: words.client(index + 1).kana,
      postal_address: words.postal(words.cities.shiojiri.name),
      contact_email: `client-${index + 1}@demo.example`,
      is_demo: true,
    })),
  )
  await insertMany(
    db,
    'programme.minimum_wage',
    minimumWages.map(({ prefecture, from, hourlyYen }) => ({ ...tenant, prefecture, valid_from: from, hourly_yen: hourlyYen })),
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
      programme_id: programmeId,
      id: row.id,
      position: row.position,
      name: row.words?.name,
      name_en: row.words?.nameEn,
      unit: row.words?.unit,
      direction: 'up',
      mode: 'increment',
      source: row.source,
      baseline_fiscal_year: 2020,
      baseline_value: row.baseline,
      local_share: row.local,
    })),
  )
  await insertMany(
    db,
    'indicators.target',
    rows.flatMap((row) =>
      Object.entries(row.targets).map(([year, value]) => ({
        programme_id: programmeId,
        indicator_id: row.id,
        fiscal_year: Number(year),
        value,
      })),
    ),
  )
}

async function insertYearCost(db: Db, frame: Frame, year: number, shares: Partial<Record<City, number>>): Promise<void> {
  const tenant = { programme_id: frame.programmeId, fiscal_year: year }
  const entries = cities.flatMap((city) => (shares[city] === undefined ? [] : [{ city, yen: shares[city] }]))
  await insertMany(db, 'programme.year_cost', [{ ...tenant, cost_yen: entries.reduce((sum, entry) => sum + entry.yen, 0) }])
  await insertMany(
    db,
    'programme.cost_share',
    // The national grant pays one half (地方創生推進交付金, 補助率 1/2).
    entries.map(({ city, yen }) => ({
      ...tenant,
      municipality_id: frame.city[city],
      cost_yen: yen,
      eligible_yen: yen,
      grant_yen: Math.floor(yen / 2),
    })),
  )
}

const newIds = (): Record<City, string> => ({ shiojiri: newId(), azumino: newId(), itoigawa: newId(), omachi: newId() })
