import { defineMessages } from '../../ui/messages.ts'
import { easy } from '../messages.easy/index.ts'
import { en } from '../messages.en/index.ts'
import { ja } from '../messages.ja/index.ts'

/** Words of orders: `staff` for those who direct, `worker` for those who work. */
export const useOrderWords = defineMessages({ ja, en, easy })
export const useStaffWords = () => useOrderWords().staff
export const useWorkerWords = () => useOrderWords().worker
