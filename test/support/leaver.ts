import { newId } from '../../src/platform/action.ts'
import { registerTemplate, storeDocument } from '../../src/platform/documents.ts'
import type { World } from './world.ts'

const pdf = async () => new Uint8Array([37, 80, 68, 70])
registerTemplate({ name: 'leaver/v1', allow: { office: ['programme'] }, isPersonal: true, pdf })

const account = { bankCode: '0143', bankName: '八十二長野', branchCode: '433', branchName: '塩尻', accountType: 'ordinary' as const }

/** Somebody who left long ago, with an account, a note and one paper that is kept until the given day. */
export async function left(world: World, retainUntil: string, leftOn = '2016-03-31') {
  const secret = `消える ${newId()}`
  const person = await world.worker({
    state: 'left',
    leftOn,
    name: secret,
    displayName: secret,
    phone: '0261-22-0420',
    postalAddress: secret,
  })
  const { workerId } = person
  await world.insert('people.bank_account', { ...account, id: newId(), workerId, accountNumber: '7654321', holderKana: 'ｷｴﾙ ﾋﾄ' })
  const change = { fromState: 'active', toState: 'left', changedOn: leftOn, changedBy: 'system' }
  await world.insert('people.state_change', { ...change, id: newId(), workerId, note: secret })
  await world.insert('platform.notification', {
    id: newId(),
    userId: 'someone',
    kind: 'people.applied',
    data: JSON.stringify({ name: secret }),
  })
  const paper = await world.inside((db) =>
    storeDocument(world.context(db), {
      kind: 'leaver',
      prefix: 'L-',
      template: 'leaver/v1',
      transactionOn: '2015-05-01',
      amountYen: 1_000,
      retainUntil,
      counterpartyId: workerId,
      counterpartyName: secret,
      ownerUserId: person.actor.userId,
      data: { name: secret },
    }),
  )
  return { ...person, secret, documentId: paper.id }
}
