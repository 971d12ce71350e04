import { type Figure, type Indicator, type IndicatorDraft, indicatorFaults, kpiTable } from '../../indicators/rules/kpi.ts'
import {
  type PrintProfile,
  defaultPrintProfile,
  figureLimits,
  isPrintableFigure,
  negativeMarks,
} from '../../indicators/rules/print-profile.ts'
import { type FiscalYear, isFiscalYear } from '../../units/fiscal-year.ts'
import { readArguments, unexpectedWords } from './options.ts'
import {
  type Place,
  allRead,
  note,
  openObject,
  readChoice,
  readEntries,
  readList,
  readNumber,
  readOptional,
  readText,
  readWhole,
  readWords,
  shownNumber,
} from './reader.ts'
import { type Verb, jsonAnswer } from './verb.ts'

const limits = { indicators: 1000, years: 100, text: 500, none: 20, decimals: 6 } as const

/** `kado kpi`: the printed cells of a KPI table. */
export const run: Verb = async (call) => {
  const { faults, words } = readArguments(call.argv, {})
  call.faults.push(...faults, ...unexpectedWords(words, 0))
  const place = await call.readDocument()
  if (!place) return null
  const at = openObject(place, ['fiscalYear', 'print', 'indicators'])
  const year = readYear(at('fiscalYear'))
  const profile = readOptional(at('print'), readProfile, defaultPrintProfile)
  const indicators = readList(at('indicators'), limits.indicators)?.map((item) => readIndicator(item, year))
  const whole = indicators?.filter((indicator) => indicator !== undefined)
  if (call.faults.length > 0 || year === undefined || !profile || !whole) return null
  return jsonAnswer(kpiTable(year, whole, profile))
}

function readYear(place: Place): FiscalYear | undefined {
  const year = readWhole(place, 1868, 9998)
  return isFiscalYear(year) ? year : undefined
}

function readProfile(place: Place): PrintProfile | undefined {
  const at = openObject(place, ['decimals', 'wholeRates', 'negative', 'none', 'rate', 'local'])
  const { decimals, local, negative, none, rate, wholeRates } = defaultPrintProfile
  const read = {
    decimals: readOptional(at('decimals'), (item) => readWhole(item, 0, limits.decimals), decimals),
    wholeRates: readOptional(at('wholeRates'), (item) => readChoice(item, ['bare', 'fixed']), wholeRates),
    negative: readOptional(at('negative'), (item) => readChoice(item, negativeMarks), negative),
    none: readOptional(at('none'), (item) => readText(item, limits.none), none),
    rate: readOptional(at('rate'), readBrackets, rate),
    local: readOptional(at('local'), readBrackets, local),
  }
  return allRead(read) ? read : undefined
}

function readBrackets(place: Place): string | undefined {
  const text = readText(place, limits.none)
  if (text === undefined) return undefined
  return text === '' || [...text].length === 2 ? text : note(place, { code: 'not-brackets' })
}

function readIndicator(place: Place, year: FiscalYear | undefined): Indicator | undefined {
  const at = openObject(place, ['name', 'unit', 'direction', 'mode', 'baseline', 'targets', 'values', 'local'])
  const read = {
    name: readWords(at('name'), limits.text),
    unit: readWords(at('unit'), limits.text),
    direction: readChoice(at('direction'), ['up', 'down']),
    mode: readChoice(at('mode'), ['increment', 'level']),
    baseline: readBaseline(at('baseline')),
    targets: readYears(at('targets'), readFigure),
    values: readYears(at('values'), readLevel),
    local: readOptional(at('local'), (item) => (item.value === null ? null : readYears(item, readLevel)), null),
  }
  noteIndicatorFaults(place, read, year)
  return allRead(read) ? read : undefined
}

function noteIndicatorFaults(place: Place, indicator: IndicatorDraft, year: FiscalYear | undefined): void {
  if (year === undefined) return
  for (const fault of indicatorFaults(indicator, year)) {
    place.faults.push({ area: 'indicator', path: [...place.path, ...fault.path], fault })
  }
}

function readBaseline(place: Place): Indicator['baseline'] | undefined {
  const at = openObject(place, ['fiscalYear', 'value'])
  const read = { fiscalYear: readYear(at('fiscalYear')), value: readFigure(at('value')) }
  return allRead(read) ? read : undefined
}

/** Values by fiscal year. A year that cannot be read is noted and left out, the rest is still checked. */
function readYears<Value>(place: Place, read: (place: Place) => Value | undefined): ReadonlyMap<FiscalYear, Value> | undefined {
  const entries = readEntries(place, limits.years)
  if (!entries) return undefined
  const years = new Map<FiscalYear, Value>()
  let complete = true
  for (const [key, item] of entries) {
    const year = Number(key)
    const value = read(item)
    if (/^\d{4}$/.test(key) && isFiscalYear(year)) {
      if (value !== undefined) years.set(year, value)
    } else note(item, { code: 'not-a-year', found: key })
    complete &&= value !== undefined
  }
  return complete ? years : undefined
}

function readLevel(place: Place): Figure | undefined {
  return place.value === null || place.value === 'pending' ? place.value : readFigure(place, 'figure')
}

function readFigure(place: Place, expected: 'number' | 'figure' = 'number'): number | undefined {
  const value = readNumber(place, expected)
  if (value === undefined || isPrintableFigure(value)) return value === undefined ? undefined : value + 0
  const max = figureLimits.magnitude - 1
  return Math.abs(value) > max
    ? note(place, { code: 'out-of-range', min: -max, max, found: shownNumber(value) })
    : note(place, { code: 'too-many-decimals', found: shownNumber(value) })
}
