import { registerPersonalColumns } from '../../platform/erasing/personal-columns.ts'

registerPersonalColumns({
  'indicators.indicator': { codes: ['direction', 'mode', 'name', 'nameEn', 'source', 'unit'] },
  'indicators.sheet': { jsonTexts: ['typed'], codes: ['typedBy', 'updatedBy'] },
  'indicators.sheet_version': { texts: ['reason'], codes: ['publishedBy'] },
})
