import type { ReactNode } from 'react'
import { firstOf, useAddress } from '../../ui/address.ts'
import { Select } from '../../ui/choice-field.tsx'
import { useRead } from '../../ui/client.ts'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { useFormat } from '../../ui/format.ts'
import { useSession } from '../../ui/session.ts'
import { contract } from '../contract.ts'
import { chosenYear } from '../rules/chosen-year.ts'
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
  const asked = firstOf(address['year'])
  const all = years.data?.years ?? []
  const fiscalYear = chosenYear(asked, all)
  const shown = all.filter((year) => year.hasTargets || !targetsOnly || year.fiscalYear === fiscalYear)
  const listed = fiscalYear ?? all[0]?.fiscalYear ?? null
  const cities = useRead(contract.distribution, { fiscalYear: listed ?? 2000 }, { enabled: listed !== null })
  const own = session.current?.scopeKind === 'municipality' ? session.current.scopeId : null
  const members = (cities.data?.rows ?? []).filter((row) => row.municipalityId !== null)
  const askedCity = firstOf(address['city'])
  const city = members.find((row) => row.municipalityId === (askedCity || own))
  const choice: Choice = { fiscalYear, municipalityId: city?.municipalityId ?? own, cityName: city?.name ?? '' }
  /** The address asks for a year or a city that is not there, or is not the reader's; nothing else is shown in its place. */
  const isElsewhere =
    (years.data !== undefined && all.length > 0 && fiscalYear === null) ||
    (askedCity !== '' && (own === null ? cities.data !== undefined && !city : askedCity !== own))
  return { years, shown, choice, isElsewhere, cities: members, isFixed: own !== null, label: fiscalYear === null ? '' : label(fiscalYear) }
}

type Chosen = ReturnType<typeof useChoice>

export function YearAndCity({ of, needsCity = false }: { of: Chosen; needsCity?: boolean }) {
  const m = useIndicatorWords()
  const [, change] = useAddress()
  const label = useFormat().fiscalYear
  const years = of.shown.map((year) => ({ value: String(year.fiscalYear), label: label(year.fiscalYear) }))
  const cities = of.cities.map((city) => ({ value: city.municipalityId ?? '', label: city.name ?? '' }))
  const cityValue = of.choice.municipalityId ?? (needsCity && !of.isElsewhere ? (cities[0]?.value ?? '') : '')
  return (
    <div className="flex flex-wrap gap-4 print:hidden">
      <Select
        name="year"
        label={m.fiscalYear}
        value={String(of.choice.fiscalYear ?? '')}
        onChange={(year: string) => change({ year, ...(of.isElsewhere && of.isFixed ? { city: '' } : {}) })}
        options={years}
      />
      {of.isFixed ? null : (
        <Select
          name="city"
          label={m.municipality}
          value={cityValue}
          onChange={(city: string) => change({ city })}
          {...(needsCity ? {} : { none: m.behind.regional })}
          options={cities}
        />
      )}
    </div>
  )
}

/** What was chosen, or that it is not there, with the way to what is. */
export function OfChoice({ of, needsCity = false, children }: { of: Chosen; needsCity?: boolean; children: ReactNode }) {
  const m = useIndicatorWords()
  if (!of.isElsewhere) return children
  return (
    <>
      <YearAndCity of={of} needsCity={needsCity} />
      <EmptyList title={m.notThere} text={m.notThereText} />
    </>
  )
}
