import type { Fault } from '../../platform/contract.ts'
import type { OperatorAccount } from '../rules/operator-account.ts'

export interface OperatorToCheck {
  operatorInvoiceNumber: string | null
  bankAccount: OperatorAccount | null
}

type OperatorCheck = (operator: OperatorToCheck) => Fault[]

let check: OperatorCheck = () => []
/** The area that writes invoices and bank files sets what it would refuse, so that set-up hears it first. */
export const setOperatorCheck = (own: OperatorCheck): void => void (check = own)
export const operatorFaults: OperatorCheck = (operator) => check(operator)
