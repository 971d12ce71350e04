import { searchRead } from '../../platform/contract.ts'
import { receiving } from '../../sales/rules/who-may.ts'
import { keepingBooks } from '../rules/who-may.ts'

export const searchEntries = { search: searchRead(['invoice', 'own-invoice', 'document'], { ...keepingBooks, ...receiving }) }
