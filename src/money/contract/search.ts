import { searchRead } from '../../platform/contract.ts'
import { keeping, receiving } from './shapes.ts'

export const searchEntries = { search: searchRead(['invoice', 'own-invoice', 'document'], { ...keeping, ...receiving }) }
