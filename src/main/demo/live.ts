import type { Actor } from '../../platform/access.ts'
import { acceptDeliverable } from '../../delivery/actions/accept-deliverable.ts'
import { acceptDelivery } from '../../delivery/actions/accept-delivery.ts'
import { deliverOrder } from '../../delivery/actions/deliver-order.ts'
import { returnDeliverable } from '../../delivery/actions/return-deliverable.ts'
import { submitDeliverable } from '../../delivery/actions/submit-deliverable.ts'
import { acceptOffer } from '../../orders/actions/accept-offer.ts'
import { addMaterial } from '../../orders/actions/add-material.ts'
import { addPackage } from '../../orders/actions/add-package.ts'
import { answerQuestion } from '../../orders/actions/answer-question.ts'
import { askQuestion } from '../../orders/actions/ask-question.ts'
import { makeOffers } from '../../orders/actions/make-offers.ts'
import { publishManual } from '../../orders/actions/publish-manual.ts'
import { publishPackage } from '../../orders/actions/publish-package.ts'
import { recordOrder } from '../../orders/actions/record-order.ts'
import { releaseUnits } from '../../orders/actions/release-units.ts'
import { saveManual } from '../../orders/actions/save-manual.ts'
import { addMonths, daysBetween, startOfMonth } from '../../units/calendar-date.ts'
import { packageTexts } from '../../orders/documents/standard-terms.ts'
import { nameOf } from './accounts.ts'
import { live as text, words } from './messages.ja.ts'
import type { DemoWorker } from './people.ts'
import type { Frame } from './programme.ts'
import { personOf, type Scene } from './scene.ts'

export interface Cast {
  director: Actor
  sales: Actor
  client: Actor
  /** The worker who signs in, the leader, and others to do the rest. */
  self: DemoWorker
  leader: DemoWorker
  others: DemoWorker[]
}

interface LiveOrders {
  runningOrderId: string
}

type Kind = (typeof text.orders)[number]

/** Plays the current weeks through the real actions, so that each page has something true to show whatever the day. */
export async function playLive(scene: Scene, frame: Frame, cast: Cast): Promise<LiveOrders> {
  const stage = new Stage(scene, frame, cast)
  await stage.lastMonth()
  const runningOrderId = await stage.running()
  await stage.waitingForClient()
  await stage.atRisk()
  await stage.preparing()
  return { runningOrderId }
}

class Stage {
  readonly #scene: Scene
  readonly #frame: Frame
  readonly #cast: Cast
  readonly #unitMinutes = new Map<string, number>()
  constructor(scene: Scene, frame: Frame, cast: Cast) {
    this.#scene = scene
    this.#frame = frame
    this.#cast = cast
  }

  /** An order that is done: accepted by the client, its work, all received last month, waiting for the month's close. */
  async lastMonth(): Promise<void> {
    const { client, self, leader, others } = this.#cast
    const { today } = this.#scene
    const received = Math.max(-40, daysBetween(today, addMonths(startOfMonth(today), -1)))
    const { orderId, packageId } = await this.#order(text.orders[0], { ordered: -58, due: -12, units: 600, client: 0 })
    for (const worker of [self, leader, ...others.slice(0, 8)]) {
      await this.#work(worker, packageId, 60, { offered: -55, received, accepted: received + 2 })
    }
    const { deliveryId } = await this.#deliver(orderId, packageId, 600, -25)
    await this.#scene.act(client, -21, acceptDelivery, { deliveryId, comment: text.thanks })
  }

  /** Work in every state: offered, agreed, handed in, inspected, returned, handed back, asked about. */
  async running(): Promise<string> {
    const { self, leader, others, director } = this.#cast
    const { orderId, packageId } = await this.#order(text.orders[1], { ordered: -20, due: 24, units: 1_800, client: 1 })
    const [first, second, third, fourth, fifth, ...rest] = others
    if (!first || !second || !third || !fourth || !fifth) throw new Error('too few people for the demo')
    await this.#work(first, packageId, 150, { offered: -16, received: -9, accepted: -7 })
    await this.#work(leader, packageId, 150, { offered: -16, received: -8, accepted: -6 })
    await this.#work(second, packageId, 120, { offered: -15, received: -5, accepted: null })
    await this.#work(third, packageId, 120, { offered: -15, received: -3, accepted: null })
    const returned = await this.#work(fourth, packageId, 100, { offered: -15, received: -4, accepted: null })
    if (returned)
      await this.#scene.act(director, -2, returnDeliverable, {
        submissionId: returned,
        ...text.returned,
        cause: 'worker-fault',
        correctBy: this.#scene.day(5),
      })
    const agreed = await this.#agree(self, packageId, 120, -10)
    await this.#scene.act(worker(self), -2, submitDeliverable, { assignmentId: agreed, units: 40, note: text.partNote, fileIds: [] })
    const handedBack = await this.#agree(fifth, packageId, 100, -12)
    await this.#scene.act(worker(fifth), -3, releaseUnits, { assignmentId: handedBack, units: 60 })
    const asked = await this.#scene.act(worker(self), -4, askQuestion, { packageId, step: 1, text: text.question })
    await this.#scene.act(director, -3, answerQuestion, { questionId: asked.questionId, answer: text.answer, share: true })
    await this.#scene.act(worker(second), -1, askQuestion, { packageId, step: 2, text: text.openQuestion })
    await this.#offer(
      packageId,
      rest.slice(0, 4).map((each) => ({ each, units: 60 })),
      -1,
    )

    const labels = await this.#package(orderId, text.orders[2], { ordered: -20, due: 18, units: 2_000 })
    await this.#offer(labels, [{ each: self, units: 180 }, ...rest.slice(4, 8).map((each) => ({ each, units: 150 }))], 0)
    await this.#package(orderId, text.orders[3], { ordered: -20, due: 22, units: 80 })
    return orderId
  }

  /** Delivered, and the client has not answered yet. */
  async waitingForClient(): Promise<void> {
    const { others } = this.#cast
    const { orderId, packageId } = await this.#order(text.orders[4], { ordered: -30, due: 3, units: 300, client: 0 })
    for (const each of others.slice(8, 11)) await this.#work(each, packageId, 100, { offered: -26, received: -14, accepted: -12 })
    await this.#deliver(orderId, packageId, 300, -2)
  }

  /** Due in a few days with most of it open: what a director must see first. */
  async atRisk(): Promise<void> {
    const { others } = this.#cast
    const { packageId } = await this.#order(text.orders[5], { ordered: -14, due: 11, units: 400, client: 2 })
    for (const each of others.slice(11, 13)) await this.#agree(each, packageId, 100, -8)
  }

  /** Recorded by sales, not cut and explained to the end. */
  async preparing(): Promise<void> {
    const { sales, director } = this.#cast
    const { orderId } = await this.#scene.act(sales, -1, recordOrder, {
      ...this.#orderInput(text.orders[6], { ordered: -1, due: 40, units: 500, client: 3 }),
    })
    const { packageId } = await this.#scene.act(director, 0, addPackage, {
      orderId,
      ...this.#packageInput(text.orders[6], { ordered: -1, due: 33, units: 500 }),
    })
    await this.#scene.act(director, 0, saveManual, { packageId, steps: [...text.steps].slice(0, 1) })
    await this.#scene.act(sales, 0, recordOrder, { ...this.#orderInput(text.orders[7], { ordered: 0, due: 60, units: 900, client: 4 }) })
  }

  #deliver(orderId: string, packageId: string, units: number, offset: number) {
    return this.#scene.act(this.#cast.director, offset, deliverOrder, {
      orderId,
      message: text.delivered,
      lines: [{ packageId, units }],
      fileIds: [],
    })
  }

  async #order(kind: Kind, at: Span & { client: number }): Promise<{ orderId: string; packageId: string }> {
    const { orderId } = await this.#scene.act(this.#cast.sales, at.ordered, recordOrder, this.#orderInput(kind, at))
    return { orderId, packageId: await this.#package(orderId, kind, { ...at, due: at.due - 8 }) }
  }

  async #package(orderId: string, kind: Kind, at: Span): Promise<string> {
    const { director } = this.#cast
    const { packageId } = await this.#scene.act(director, at.ordered, addPackage, { orderId, ...this.#packageInput(kind, at) })
    this.#unitMinutes.set(packageId, kind.unitMinutes)
    await this.#scene.act(director, at.ordered, publishManual, { packageId, steps: [...text.steps], changes: '' })
    await this.#addMaterial(packageId, at.ordered)
    await this.#scene.act(director, at.ordered, publishPackage, { packageId })
    return packageId
  }

  /** What the first step of the manual says to open. */
  async #addMaterial(packageId: string, on: number): Promise<void> {
    const { director } = this.#cast
    for (const { title, file, text: content } of text.materials) {
      const fileId = await this.#scene.upload(director, file, content)
      await this.#scene.act(director, on, addMaterial, { packageId, title, step: 0, dataClass: 0, fileId })
    }
  }

  #orderInput(kind: Kind, at: Span & { client: number }) {
    return {
      clientId: this.#frame.clients[at.client] ?? '',
      title: kind.order,
      description: kind.summary,
      orderedOn: this.#scene.day(at.ordered),
      dueOn: this.#scene.day(at.due),
      amountYen: at.units * kind.unitPriceYen * 2,
      municipalityId: this.#frame.city[kind.city],
    }
  }

  #packageInput(kind: Kind, at: Span) {
    const workKind = this.#frame.kinds.find((each) => each.key === kind.kind)
    if (!workKind) throw new Error(`no kind of work ${kind.kind}`)
    return {
      ...packageTexts,
      title: kind.title,
      summary: kind.summary,
      specification: words.specification,
      workKindId: workKind.id,
      units: at.units,
      unitName: workKind.unit,
      unitMinutes: kind.unitMinutes,
      unitPriceYen: kind.unitPriceYen,
      priceRationale: '',
      releaseOn: this.#scene.day(at.ordered),
      dueOn: this.#scene.day(at.due),
      inspectionDays: 7,
      securityClass: 0,
      onSiteId: null,
      equipment: ['pc' as const],
      skills: [{ skillId: workKind.skillId, level: kind.level }],
      minUnits: 10,
      maxSharePercent: 40,
      indivisible: false,
      priority: 1,
      isPublic: true,
      contact: nameOf('director'),
      independenceReviewed: true,
    }
  }

  #offer(packageId: string, to: readonly { each: DemoWorker; units: number }[], offset: number) {
    return this.#scene.act(this.#cast.director, offset, makeOffers, {
      offers: to.map(({ each, units }) => ({
        packageId,
        workerId: each.id,
        units,
        minutes: units * (this.#unitMinutes.get(packageId) ?? 0),
        why: [{ code: 'fits' as const }],
      })),
      answerBy: this.#scene.day(offset + 7),
    })
  }

  async #agree(each: DemoWorker, packageId: string, units: number, offset: number): Promise<string> {
    const { offerIds } = await this.#offer(packageId, [{ each, units }], offset)
    const { assignmentId } = await this.#scene.act(worker(each), offset + 1, acceptOffer, { offerId: offerIds[0] ?? '' })
    return assignmentId
  }

  async #work(
    each: DemoWorker,
    packageId: string,
    units: number,
    on: { offered: number; received: number; accepted: number | null },
  ): Promise<string | null> {
    const assignmentId = await this.#agree(each, packageId, units, on.offered)
    const { submissionId } = await this.#scene.act(worker(each), on.received, submitDeliverable, {
      assignmentId,
      units,
      note: '',
      fileIds: [],
    })
    if (on.accepted !== null) await this.#scene.act(this.#cast.director, on.accepted, acceptDeliverable, { submissionId, note: '' })
    return submissionId
  }
}

interface Span {
  ordered: number
  due: number
  units: number
}

const worker = (each: DemoWorker): Actor => personOf(`demo-worker-${each.number}`, 'worker', 'self', each.id)
