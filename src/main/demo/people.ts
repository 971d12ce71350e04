import { consentPurposes, consentTextVersion } from '../../people/rules/consents.ts'
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
  { bankCode: '0143', bankName: '八十二長野', branchCode: '433', branchName: '塩尻' },
  { bankCode: '0143', bankName: '八十二長野', branchCode: '483', branchName: '穂高' },
  { bankCode: '9900', bankName: 'ゆうちょ', branchCode: '118', branchName: '一一八' },
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
  const tenant = { programmeId: frame.programmeId }
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
      userId: signsIn.get(worker.id) ?? null,
      state: left ? 'left' : random() < 0.08 && !onStage ? 'paused' : 'active',
      name: name.name,
      kana: name.kana,
      displayName: name.shown,
      email: `worker-${worker.number}@demo.example`,
      postalAddress: words.postal(words.cities[worker.city].name),
      prefecture: words.cities[worker.city].prefecture,
      municipalityId: frame.city[worker.city],
      siteId: frame.site[worker.city],
      wantedMonthlyYen: 10_000 * (2 + Math.floor(random() * 7)),
      wantedMonthlyMinutes: 600 + 300 * Math.floor(random() * 9),
      highestMonthlyMinutes: 6_000,
      equipment: onStage || random() < 0.9 ? ['pc'] : [],
      usesEmployees: false,
      usesEmployeesDeclaredOn: '2026-04-10',
      appliedOn: worker.registeredOn,
      registeredOn: worker.registeredOn,
      leftOn: left ? '2024-06-30' : null,
      isDemo: true,
    }
  })
  const applicants = applicantRows(frame, workers.length, today)
  await insertMany(db, 'people.worker', [...rows, ...applicants])
  await insertMany(db, 'people.worker_series', [{ ...tenant, lastNumber: workers.length + applicants.length }])
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
        workerId: row.id,
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
      workerId: row.id,
      ...pick(random, branches),
      accountType: 'ordinary',
      accountNumber: String(1_000_000 + row.number),
      holderKana: words.worker(row.number).holder,
      recordedAt: `${row.registeredOn}T03:00:00Z`,
    })),
  )
  await insertMany(
    db,
    'people.consent',
    rows.flatMap((row) =>
      consentPurposes.map((purpose) => ({
        ...tenant,
        workerId: row.id,
        purpose,
        textVersion: consentTextVersion,
        givenAt: `${row.registeredOn}T03:00:00Z`,
      })),
    ),
  )
  return workers
}

/** People who applied in the last days and wait for an answer. */
function applicantRows(frame: Frame, registeredCount: number, today: CalendarDate) {
  return (['omachi', 'shiojiri', 'azumino'] as const).map((city, index) => {
    const number = registeredCount + index + 1
    const name = words.worker(number)
    return {
      programmeId: frame.programmeId,
      id: newId(),
      number,
      userId: null,
      state: 'applicant',
      name: name.name,
      kana: name.kana,
      displayName: name.shown,
      email: `worker-${number}@demo.example`,
      postalAddress: words.postal(words.cities[city].name),
      prefecture: words.cities[city].prefecture,
      municipalityId: frame.city[city],
      siteId: null,
      wantedMonthlyYen: 30_000,
      wantedMonthlyMinutes: 1_200,
      highestMonthlyMinutes: 2_400,
      equipment: ['pc'],
      usesEmployees: false,
      usesEmployeesDeclaredOn: null,
      appliedOn: addDays(today, -2 * index - 1),
      registeredOn: null,
      leftOn: null,
      isDemo: true,
    }
  })
}

function skillsOf(random: () => number, frame: Frame, row: { programmeId: string; id: string }, all: boolean) {
  return Object.values(frame.skills).flatMap((skillId, index) => {
    const likelihood = [0.85, 0.45, 0.5, 0.4, 0.25, 0.06][index] ?? 0
    if (!all && random() > likelihood) return []
    const level = all ? 2 : 1 + Math.floor(random() * 3)
    return [
      {
        programmeId: row.programmeId,
        workerId: row.id,
        skillId,
        level,
        evidence: pick(random, ['declared', 'tested', 'proven']),
        evidencedOn: '2025-10-01',
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
