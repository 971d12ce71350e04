import { useRead } from '../../ui/client.ts'
import { firstOf, useAddress } from '../../ui/address.ts'
import { Select } from '../../ui/choice-field.tsx'
import { useSession } from '../../ui/session.ts'
import { contract } from '../contract.ts'
import { useFormat } from '../../ui/format.ts'
import { useIndicatorWords } from './words.ts'

interface Choice {
  fiscalYear: number | null
  municipalityId: string | null
  cityName: string
}

/** The year and the city that a page is about; both stand in the address. An officer's city is their own. */
export function useChoice({ targetsOnly = false }: { targetsOnly?: boolean } = {}) {
  const session = useSession()
  const label = useFormat().fiscalYear
  const [address] = useAddress()
  const years = useRead(contract.years, {})
  const asked = Number(firstOf(address['year']))
  const known = (years.data?.years ?? []).filter((year) => year.hasTargets || !targetsOnly)
  const settled = known.find((year) => year.recorded && !year.provisional && year.hasTargets)
  const fiscalYear = known.find((year) => year.fiscalYear === asked)?.fiscalYear ?? settled?.fiscalYear ?? known[0]?.fiscalYear ?? null
  const cities = useRead(contract.distribution, { fiscalYear: fiscalYear ?? 2000 }, { enabled: fiscalYear !== null })
  const own = session.current?.scopeKind === 'municipality' ? session.current.scopeId : null
  const members = (cities.data?.rows ?? []).filter((row) => row.municipalityId !== null)
  const chosen = own ?? (firstOf(address['city']) || null)
  const city = members.find((row) => row.municipalityId === chosen)
  const choice: Choice = { fiscalYear, municipalityId: city?.municipalityId ?? own, cityName: city?.name ?? '' }
  return { years, shown: known, choice, cities: members, isFixed: own !== null, label: fiscalYear === null ? '' : label(fiscalYear) }
}

export function YearAndCity({ of, needsCity = false }: { of: ReturnType<typeof useChoice>; needsCity?: boolean }) {
  const m = useIndicatorWords()
  const [, change] = useAddress()
  const label = useFormat().fiscalYear
  const years = of.shown
  return (
    <div className="flex flex-wrap gap-4 print:hidden">
      <Select
        name="year"
        label={m.fiscalYear}
        value={String(of.choice.fiscalYear ?? '')}
        onChange={(year: string) => change({ year })}
        options={years.map((year) => ({ value: String(year.fiscalYear), label: label(year.fiscalYear) }))}
      />
      {of.isFixed ? null : (
        <Select
          name="city"
          label={m.municipality}
          value={of.choice.municipalityId ?? ''}
          onChange={(city: string) => change({ city })}
          {...(needsCity ? {} : { none: m.behind.regional })}
          options={of.cities.map((city) => ({ value: city.municipalityId ?? '', label: city.name ?? '' }))}
        />
      )}
    </div>
  )
}
