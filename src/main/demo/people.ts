import { newId } from '../../platform/action.ts'
import { insertMany } from '../../platform/db/bulk.ts'
import type { Db } from '../../platform/db/db.ts'
import { addDays, type CalendarDate } from '../../units/calendar-date.ts'
import type { Frame } from './programme.ts'
import type { WorkerFact } from './facts.ts'
import { words } from './messages.ja.ts'
import { pick, randomOf } from './random.ts'

/** Branches of real banks of the region (金融機関コード); account numbers and holders are invented. */
const branches = [
  { bank_code: '0143', bank_name: '八十二長野', branch_code: '433', branch_name: '塩尻' },
  { bank_code: '0143', bank_name: '八十二長野', branch_code: '483', branch_name: '穂高' },
  { bank_code: '9900', bank_name: 'ゆうちょ', branch_code: '118', branch_name: '一一八' },
]

export interface DemoWorker extends WorkerFact {
  id: string
}

/** Registers the demo's people: skills, free minutes, equipment, bank accounts. About one in three is free at this time of year. */
export async function insertWorkers(
  db: Db,
  frame: Frame,
  facts: readonly WorkerFact[],
  users: { worker: string; leader: string },
  today: CalendarDate,
): Promise<DemoWorker[]> {
  const random = randomOf(7)
  const workers = facts.map((fact) => ({ ...fact, id: newId() }))
  const tenant = { programme_id: frame.programmeId }
  // The two people who sign in live in 大町市 and 塩尻市 and have worked before.
  const signsIn = new Map([
    [firstIn(workers, 'omachi'), users.worker],
    [firstIn(workers, 'shiojiri'), users.leader],
  ])
  // The first of these two cities play the current weeks, so they are here and know the work.
  const cast = new Set([...firstOf(workers, 'omachi', 7), ...firstOf(workers, 'shiojiri', 25)].map((worker) => worker.id))
  const rows = workers.map((worker) => {
    const name = words.worker(worker.number)
    const onStage = cast.has(worker.id)
    const left = !onStage && random() < 0.12
    return {
      ...tenant,
      id: worker.id,
      number: worker.number,
      user_id: signsIn.get(worker.id) ?? null,
      state: left ? 'left' : random() < 0.08 && !onStage ? 'paused' : 'active',
      name: name.name,
      kana: name.kana,
      display_name: name.shown,
      email: `worker-${worker.number}@demo.example`,
      postal_address: words.postal(words.cities[worker.city].name),
      prefecture: words.cities[worker.city].prefecture,
      municipality_id: frame.city[worker.city],
      site_id: frame.site[worker.city],
      wanted_monthly_yen: 10_000 * (2 + Math.floor(random() * 7)),
      wanted_monthly_minutes: 600 + 300 * Math.floor(random() * 9),
      highest_monthly_minutes: 6_000,
      equipment: onStage || random() < 0.9 ? ['pc'] : [],
      uses_employees: false,
      uses_employees_declared_on: '2026-04-10',
      applied_on: worker.registeredOn,
      registered_on: worker.registeredOn,
      left_on: left ? '2024-06-30' : null,
      is_demo: true,
    }
  })
  const applicants = applicantRows(frame, workers.length, today)
  await insertMany(db, 'people.worker', [...rows, ...applicants])
  await insertMany(db, 'people.worker_series', [{ ...tenant, last_number: workers.length + applicants.length }])
  const present = rows.filter((row) => row.state !== 'left')
  await insertMany(
    db,
    'people.worker_skill',
    present.flatMap((row) => skillsOf(random, frame, row, cast.has(row.id))),
  )
  await insertMany(
    db,
    'people.free_minutes',
    present.flatMap((row) => {
      const offers = cast.has(row.id) || random() < 0.55
      // Whoever tries the demo at a weekend finds a day with minutes too.
      const atLeast = cast.has(row.id) ? 60 : 0
      return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        ...tenant,
        worker_id: row.id,
        weekday,
        minutes: offers && (weekday <= 5 || random() < 0.3) ? 30 * (1 + Math.floor(random() * 5)) : atLeast,
      }))
    }),
  )
  await insertMany(
    db,
    'people.bank_account',
    rows.map((row) => ({
      ...tenant,
      id: newId(),
      worker_id: row.id,
      ...pick(random, branches),
      account_type: 'ordinary',
      account_number: String(1_000_000 + row.number),
      holder_kana: words.worker(row.number).holder,
      recorded_at: `${row.registered_on}T03:00:00Z`,
    })),
  )
  return workers
}

/** People who applied in the last days and wait for an answer. */
function applicantRows(frame: Frame, registeredCount: number, today: CalendarDate) {
  return (['omachi', 'shiojiri', 'azumino'] as const).map((city, index) => {
    const number = registeredCount + index + 1
    const name = words.worker(number)
    return {
      programme_id: frame.programmeId,
      id: newId(),
      number,
      user_id: null,
      state: 'applicant',
      name: name.name,
      kana: name.kana,
      display_name: name.shown,
      email: `worker-${number}@demo.example`,
      postal_address: words.postal(words.cities[city].name),
      prefecture: words.cities[city].prefecture,
      municipality_id: frame.city[city],
      site_id: null,
      wanted_monthly_yen: 30_000,
      wanted_monthly_minutes: 1_200,
      highest_monthly_minutes: 2_400,
      equipment: ['pc'],
      uses_employees: false,
      uses_employees_declared_on: null,
      applied_on: addDays(today, -2 * index - 1),
      registered_on: null,
      left_on: null,
      is_demo: true,
    }
  })
}

function skillsOf(random: () => number, frame: Frame, row: { programme_id: string; id: string }, all: boolean) {
  return Object.values(frame.skills).flatMap((skillId, index) => {
    const likelihood = [0.85, 0.45, 0.5, 0.4, 0.25, 0.06][index] ?? 0
    if (!all && random() > likelihood) return []
    const level = all ? 2 : 1 + Math.floor(random() * 3)
    return [
      {
        programme_id: row.programme_id,
        worker_id: row.id,
        skill_id: skillId,
        level,
        evidence: pick(random, ['declared', 'tested', 'proven']),
        evidenced_on: '2025-10-01',
      },
    ]
  })
}

const firstOf = (workers: readonly DemoWorker[], city: string, count: number) =>
  workers.filter((worker) => worker.city === city).slice(0, count)

function firstIn(workers: readonly DemoWorker[], city: string): string {
  const worker = workers.find((each) => each.city === city)
  if (!worker) throw new Error(`nobody in ${city}`)
  return worker.id
}
