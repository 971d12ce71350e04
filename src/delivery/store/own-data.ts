import { workerRows } from '../../people/store/own-data.ts'

export const ownData = [workerRows('delivery.submission')]
