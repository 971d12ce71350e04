import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { notify } from '../../platform/notifications/notifications.ts'
import { holds, toAccountHolderKana } from '../rules/account-holder-kana.ts'
import { bankDirectory } from '../rules/bank-directory.ts'
import { notices } from '../rules/notices.ts'
import { nameOf } from '../store/notices.ts'
import { currentBankAccount, insertBankAccount } from '../store/payment.ts'
import { lockWorker } from '../store/workers.ts'

/** The account to which fees go from now on, with the names of bank and branch as the directory has them. */
export const recordBankAccount = action(contract['record-bank-account'], {
  load: async ({ db }, { workerId }) => {
    const found = await lockWorker(db, workerId)
    const account = found && (await currentBankAccount(db, workerId))
    return found && { ...found, before: account ? { accountId: account.id, holderKana: account.holderKana } : {} }
  },
  run: async (context, input, { worker }) => {
    const bankName = bankDirectory.bankName(input.bankCode)
    if (bankName === null) return refuse('bank-unknown')
    const branchName = bankDirectory.branchName(input.bankCode, input.branchCode)
    if (branchName === null) return refuse('branch-unknown')
    const holder = toAccountHolderKana(input.holderKana)
    if (!holder.ok) throw new Error('the schema let a holder through that no bank takes')
    const isOwn = holds(worker.kana, holder.kana)
    if (!isOwn && input.holderReason === '') return refuse('holder-is-another')
    const account = {
      bankCode: input.bankCode,
      bankName,
      branchCode: input.branchCode,
      branchName,
      accountType: input.accountType,
      accountNumber: input.accountNumber.padStart(7, '0'),
      holderKana: holder.kana,
      holderReason: isOwn ? '' : input.holderReason,
    }
    const accountId = await insertBankAccount(context, input.workerId, account)
    if (context.actor.userId !== worker.userId) {
      const facts = {
        by: await nameOf(context.db, context.actor.userId),
        bankName,
        branchName,
        lastDigits: account.accountNumber.slice(-3),
      }
      await notify(context, notices['account-changed'], [worker.userId], { link: '/my/payment', facts })
    }
    return { accountId, bankName, branchName, holderKana: holder.kana }
  },
})
