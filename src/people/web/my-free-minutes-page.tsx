import { PageTitle } from '../../ui/page-title.tsx'
import { Grid, Stack } from '../../ui/surface.tsx'
import { DayRangeCard } from './day-range-card.tsx'
import { DaysCard, TodayCard, WeekCard } from './free-minutes.tsx'
import { ApplicantNotice, MyRecord } from './my-record.tsx'
import { usePeopleWords } from './words.ts'

export default function MyFreeMinutesPage() {
  const m = usePeopleWords().mine
  return (
    <>
      <PageTitle lead={m.freeLead}>{m.freeTitle}</PageTitle>
      <MyRecord>
        {(record) => (
          <Stack>
            <ApplicantNotice record={record} />
            <Grid min="large">
              <Stack>
                <TodayCard record={record} />
                <DaysCard record={record} />
                <DayRangeCard workerId={record.id} />
              </Stack>
              <WeekCard record={record} />
            </Grid>
          </Stack>
        )}
      </MyRecord>
    </>
  )
}
