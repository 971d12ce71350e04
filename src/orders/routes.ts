import { mayActOn, type Actor } from '../platform/access.ts'
import type { Action } from '../platform/action.ts'
import type { Allow } from '../platform/contract.ts'
import type { Db } from '../platform/db/db.ts'
import { readableDocument } from '../platform/documents.ts'
import { registerFileReader } from '../platform/files.ts'
import { answer, type Read, type ReadContext } from '../platform/read.ts'
import { findAll } from '../platform/search.ts'
import { registerTie } from '../sales/store.ts'
import { calendarDate } from '../units/calendar-date.ts'
import { acceptOffer } from './actions/accept-offer.ts'
import { addMaterial } from './actions/add-material.ts'
import { addPackage } from './actions/add-package.ts'
import { agreeOrderChange } from './actions/agree-order-change.ts'
import { answerPriceRequest } from './actions/answer-price-request.ts'
import { answerHandBack } from './actions/answer-hand-back.ts'
import { askHandBack } from './actions/ask-hand-back.ts'
import { markMessagesRead } from './actions/mark-messages-read.ts'
import { sendMessage } from './actions/send-message.ts'
import { answerQuestion } from './actions/answer-question.ts'
import { answerTerms } from './actions/answer-terms.ts'
import { askForOffer } from './actions/ask-for-offer.ts'
import { askQuestion } from './actions/ask-question.ts'
import { cancelOrder } from './actions/cancel-order.ts'
import { changeOrder } from './actions/change-order.ts'
import { changePackage } from './actions/change-package.ts'
import { closePackage } from './actions/close-package.ts'
import { copyPackage } from './actions/copy-package.ts'
import { declineOffer } from './actions/decline-offer.ts'
import { makeOffers } from './actions/make-offers.ts'
import { markManualRead } from './actions/mark-manual-read.ts'
import { moveOrder } from './actions/move-order.ts'
import { proposeTerms } from './actions/propose-terms.ts'
import { publishManual } from './actions/publish-manual.ts'
import { publishPackage } from './actions/publish-package.ts'
import { recordOrder } from './actions/record-order.ts'
import { recordPaperSent } from './actions/record-paper-sent.ts'
import { recordWorkKind } from './actions/record-work-kind.ts'
import { releaseUnits } from './actions/release-units.ts'
import { reopenPackage } from './actions/reopen-package.ts'
import { requestPaper } from './actions/request-paper.ts'
import { requestPrice } from './actions/request-price.ts'
import { saveManual } from './actions/save-manual.ts'
import { setRepairSending } from './actions/set-repair-sending.ts'
import { withdrawMaterial } from './actions/withdraw-material.ts'
import { withdrawOffer } from './actions/withdraw-offer.ts'
import { withdrawTerms } from './actions/withdraw-terms.ts'
import { contract } from './contract/index.ts'
import { leading } from './rules/who-may.ts'
import { noticeInShort } from './documents/notice-of-terms/in-short.ts'
import { noticeOfTerms, type NoticeOfTerms } from './documents/notice-of-terms/notice-of-terms.ts'
import { composeNoticeOfTerms } from './documents/notice-of-terms/render.ts'
import { packageTexts } from './documents/standard-terms.ts'
import { termsOfOrder } from './documents/terms-of-order.ts'
import { payDateByRule } from './rules/pay-date.ts'
import { payRuleOf } from './rules/pay-day.ts'
import { readinessFindings } from './rules/readiness.ts'
import * as store from './store/index.ts'
import './store/personal-columns.ts'

export { names } from './store/names.ts'
export { ownData } from './store/own-data.ts'

export const actions: Action[] = [
  recordOrder,
  changeOrder,
  agreeOrderChange,
  setRepairSending,
  cancelOrder,
  moveOrder,
  addPackage,
  changePackage,
  copyPackage,
  publishPackage,
  reopenPackage,
  closePackage,
  recordWorkKind,
  saveManual,
  publishManual,
  markManualRead,
  askQuestion,
  answerQuestion,
  sendMessage,
  markMessagesRead,
  askHandBack,
  answerHandBack,
  addMaterial,
  withdrawMaterial,
  makeOffers,
  withdrawOffer,
  declineOffer,
  acceptOffer,
  askForOffer,
  releaseUnits,
  proposeTerms,
  withdrawTerms,
  answerTerms,
  requestPrice,
  answerPriceRequest,
  requestPaper,
  recordPaperSent,
]

/** Whether a package lies within the grants that open a read. */
async function maySeePackage(db: Db, actor: Actor, allow: Allow, packageId: string): Promise<boolean> {
  const scope = await store.scopeOfPackage(db, packageId)
  return scope !== null && mayActOn(actor, allow, scope)
}

const workerIdOf = async ({ db, actor }: ReadContext): Promise<string | null> => (await store.workerOf(db, actor))?.id ?? null

async function readOneOrder({ db, actor, today }: ReadContext, orderId: string) {
  const order = await store.readOrder(db, orderId, today)
  if (!order) return null
  const scope = await store.scopeOfOrder(db, { id: orderId, clientId: order.clientId, municipalityId: order.municipalityId })
  return mayActOn(actor, contract.order.allow, scope) ? order : null
}

/** One offer in full, with the exact notice that accepting it now would write. */
async function readOneOffer(context: ReadContext, { offerId, language }: { offerId: string; language: 'ja' | 'en' }) {
  const { db, actor, today } = context
  const card = await store.readOfferCard(db, offerId, today)
  if (!card || !mayActOn(actor, contract.offer.allow, { self: [card.workerId] })) return null
  const { facts } = await store.agreedFacts(db, card, today)
  const terms = termsOfOrder(facts)
  const skills = await store.skillsOfPackages(db, [card.packageId])
  const work = await store.readPackageRow(db, card.packageId)
  const assignment = await store.assignmentOfOffer(db, offerId)
  return {
    ...card,
    specification: facts.work.specification,
    taxYen: terms.taxYen,
    payOn: terms.payOn,
    payOverTarget: !terms.pay.withinGuideline,
    equipment: work?.equipment ?? [],
    skills,
    workPlace: work?.workPlace ?? '',
    contact: facts.work.contact,
    terms: terms.missing.length === 0 ? readable(terms.notice, language) : null,
    missingTerms: [...terms.missing],
    assignmentId: assignment?.id ?? null,
    noticeDocumentId: assignment?.noticeDocumentId ?? null,
  }
}

/** The composed notice as plain arrays, as the answer's schema asks, with what it says in short. */
function readable(content: NoticeOfTerms, language: 'ja' | 'en') {
  const notice = composeNoticeOfTerms(content, language)
  return {
    ...notice,
    inShort: noticeInShort(content),
    remarks: [...notice.remarks],
    rows: notice.rows.map((row) => ({
      ...row,
      entries: row.entries.map((entry) => (entry.kind === 'amounts' ? { ...entry, amounts: [...entry.amounts] } : entry)),
    })),
  }
}

async function readOneJob(context: ReadContext, packageId: string) {
  const { db, today } = context
  const workerId = await workerIdOf(context)
  const [work] = await store.openJobs(db, today, { packageId, publicOnly: true })
  const candidate = workerId !== null && work ? await store.candidateFor(db, workerId, [work], today) : null
  if (!work || !candidate) return null
  const programme = await store.readProgramme(db)
  const open = await store.openPairs(db, [packageId], today)
  const job = store.jobOf(work, candidate, { today, open, siteNames: await store.siteNamesOf(db) })
  return {
    ...job,
    specification: work.specification,
    releaseOn: work.releaseOn,
    payOn: payDateByRule(calendarDate(work.dueOn), payRuleOf(programme.payDay)),
    expenses: work.expenses,
    intellectualProperty: work.intellectualProperty,
    contact: work.contact,
    recruiterName: programme.operatorName,
    recruiterAddress: programme.operatorAddress,
    recruiterContact: programme.operatorContact,
    equipment: work.equipment,
    skills: work.skills.map(({ nameJa, nameEn, level }) => ({ nameJa, nameEn, level })),
    maxUnitsForYou: Math.max(0, Math.min(job.maxUnits, store.unitsWithin(candidate, work))),
  }
}

async function readOneManual(context: ReadContext, { packageId, version }: { packageId: string; version: number | null }) {
  const { db, actor, today } = context
  const scope = await store.scopeOfPackage(db, packageId)
  if (!scope) return null
  const workerId = await workerIdOf(context)
  const worksOnIt = workerId !== null && (await store.worksOn(db, packageId, workerId, today))
  if (!worksOnIt && !mayActOn(actor, leading, scope)) return null
  return store.readManual(db, packageId, version, worksOnIt ? workerId : null)
}

/** Materials are for those who work on the package, or led it to somebody; with finished work they show what may still be opened. */
async function readMaterials(context: ReadContext, packageId: string) {
  const { db, actor, today } = context
  const scope = await store.scopeOfPackage(db, packageId)
  if (!scope) return null
  const workerId = await workerIdOf(context)
  const worksOnIt = workerId !== null && (await store.worksOn(db, packageId, workerId, today))
  if (!worksOnIt && !mayActOn(actor, leading, scope)) return null
  return { rows: await store.listMaterials(db, packageId, worksOnIt ? workerId : null) }
}

async function readNotice({ db, actor }: ReadContext, { documentId, language }: { documentId: string; language: 'ja' | 'en' }) {
  const document = await readableDocument(db, actor, documentId)
  if (document?.row.kind !== 'notice-of-terms') return null
  const { row } = document
  return {
    ...readable(noticeOfTerms.parse(row.data), language),
    number: row.number,
    issuedAt: row.issuedAt,
    sha256: row.sha256.toString('hex'),
    packageId: await store.packageOfNotice(db, documentId),
  }
}

async function readReadiness({ db, actor, today }: ReadContext, packageId: string) {
  if (!(await maySeePackage(db, actor, contract.readiness.allow, packageId))) return null
  const facts = await store.packageFacts(db, packageId, today)
  if (!facts) return null
  return { findings: readinessFindings(facts, today), passedAt: (await store.lastReadinessCheck(db, packageId))?.passedAt ?? null }
}

async function readChoices({ db, actor, today }: ReadContext, orderId: string) {
  const order = await store.orderOfScope(db, orderId)
  if (!order || !mayActOn(actor, contract['package-choices'].allow, await store.scopeOfOrder(db, order))) return null
  const choices = await store.packageChoices(db, orderId, today)
  const programme = await store.readProgramme(db)
  return choices === null
    ? null
    : {
        ...choices,
        standard: {
          ...packageTexts,
          contact: [programme.operatorName, programme.operatorContact].filter((part) => part !== '').join(' '),
        },
      }
}

async function readCandidates({ db, actor, today }: ReadContext, input: { packageId: string; search: string; limit: number }) {
  if (!(await maySeePackage(db, actor, contract['offer-candidates'].allow, input.packageId))) return null
  const [work] = await store.openJobs(db, today, { packageId: input.packageId })
  return work ? store.listCandidates(db, work, input, today) : { rows: [], total: 0 }
}

registerFileReader(store.mayReadPicture)
registerFileReader(store.mayReadMaterial)
registerTie(store.hasRunningOrders)

export const reads: Read[] = [
  answer(contract.search, (context, { text }) => {
    const { db, actor, today } = context
    return findAll(context, [
      { kind: 'order', like: contract.orders, find: (reach) => store.findOrders(db, reach, text) },
      { kind: 'package', like: contract.package, find: (reach) => store.findPackages(db, reach, text) },
      { kind: 'job', like: contract.jobs, find: () => store.findJobs(db, text, today) },
      { kind: 'document', like: contract['my-documents'], find: () => store.findOwnDocuments(db, actor.userId ?? '', text) },
    ])
  }),
  answer(contract.orders, ({ db, reach, today }, input) => store.listOrders(db, reach, input, today)),
  answer(contract.order, (context, { orderId }) => readOneOrder(context, orderId)),
  answer(contract['won-orders'], ({ db, reach, today }) => store.wonOrders(db, reach, today)),
  answer(contract['work-kinds'], async ({ db }) => ({ rows: await store.listWorkKinds(db) })),
  answer(contract.package, async ({ db, actor, today }, { packageId }) =>
    (await maySeePackage(db, actor, contract.package.allow, packageId)) ? store.readPackage(db, packageId, today) : null,
  ),
  answer(contract.readiness, (context, { packageId }) => readReadiness(context, packageId)),
  answer(contract['package-choices'], (context, { orderId }) => readChoices(context, orderId)),
  answer(contract['package-people'], async ({ db, actor, today }, { packageId }) =>
    (await maySeePackage(db, actor, contract['package-people'].allow, packageId)) ? store.packagePeople(db, packageId, today) : null,
  ),
  answer(contract.messages, async (context, input) => {
    const thread = await store.threadOf(context, input)
    if (!thread || !mayActOn(context.actor, contract.messages.allow, thread.scope)) return null
    return store.readMessages(context.db, input.packageId, thread)
  }),
  answer(contract['hand-backs'], async ({ db, actor }, { assignmentId }) => {
    const scope = await store.scopeOfAssignment(db, assignmentId)
    return scope && mayActOn(actor, contract['hand-backs'].allow, scope) ? { rows: await store.listHandBacks(db, assignmentId) } : null
  }),
  answer(contract.materials, (context, { packageId }) => readMaterials(context, packageId)),
  answer(contract.manual, (context, input) => readOneManual(context, input)),
  answer(contract['manual-draft'], async ({ db, actor }, { packageId }) =>
    (await maySeePackage(db, actor, contract['manual-draft'].allow, packageId)) ? store.readDraft(db, packageId) : null,
  ),
  answer(contract.questions, ({ db, reach }, input) => store.listQuestions(db, reach, input)),
  answer(contract.offers, async (context, input) => store.listOffers(context.db, context.reach.ids('self'), input, context.today)),
  answer(contract.offer, (context, input) => readOneOffer(context, input)),
  answer(contract.jobs, async (context, input) => {
    const workerId = await workerIdOf(context)
    return workerId === null ? null : store.listJobs(context.db, workerId, input, context.today)
  }),
  answer(contract.job, (context, { packageId }) => readOneJob(context, packageId)),
  answer(contract['offer-candidates'], (context, input) => readCandidates(context, input)),
  answer(contract.notice, (context, input) => readNotice(context, input)),
  answer(contract['my-terms'], ({ db, reach }, { assignmentId }) => store.readMyTerms(db, reach.ids('self'), assignmentId)),
  answer(contract['worker-requests'], ({ db }) => store.readWorkerRequests(db)),
  answer(contract['my-documents'], ({ db, actor }, input) => store.listOwnDocuments(db, actor.userId ?? '', input)),
]
