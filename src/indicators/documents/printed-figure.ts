import type { TableCell } from '../../platform/tables/workbook.ts'

// A mark of the negative, an opening bracket, digits, decimals, and what follows without a digit: a per cent, a unit, a closing bracket.
const figure = /^([△▲-]?)([([（]?)([△▲-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)(\D*)$/

/** A figure as a municipality prints it, as a number that a spreadsheet shows with the same signs; any other text stays a text. */
export function printedFigure(text: string): TableCell {
  const [, outer = '', open = '', inner = '', whole = '', decimals = '', percent = '', rest = ''] = figure.exec(text) ?? []
  if (whole === '') return text
  // A figure in brackets alone may be a negative one or a remark.
  if (open !== '' && percent === '') return text
  const size = Number(`${whole.replaceAll(',', '')}${decimals === '' ? '' : `.${decimals}`}`)
  const value = (outer || inner) === '' ? size : -size
  const digits = `${whole.includes(',') || whole.length < 4 ? '#,##0' : '0'}${decimals === '' ? '' : `.${'0'.repeat(decimals.length)}`}${percent}`
  const around = (mark: string) =>
    `${quoted(outer === '' ? '' : mark)}${quoted(open)}${quoted(inner === '' ? '' : mark)}${digits}${quoted(rest)}`
  const mark = outer || inner
  const format = mark === '' ? around('') : `${quoted(open)}${digits}${quoted(rest)};${around(mark)}`
  return { value: percent === '' ? value : shifted(value, decimals.length), format, seen: text }
}

const quoted = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '')}"`)

/** A hundredth, without the error of a division. */
const shifted = (percent: number, decimals: number): number => Number((percent / 100).toFixed(decimals + 2))
