import Papa from 'papaparse'

export type Cell = string | number | null

// A text that begins so would be run as a formula by a spreadsheet (CWE-1236), in full width too by a Japanese one; a sign in front of a
// number is none.
const formula = /^(?![+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?$)[=+\-@\t\r＝＋－＠]/

/** Rows as CSV (RFC 4180, CRLF) with a byte order mark, which spreadsheets need to read UTF-8. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${Papa.unparse(
    rows.map((row) => [...row]),
    { newline: '\r\n', escapeFormulae: formula },
  )}\r\n`
}
