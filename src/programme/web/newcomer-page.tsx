import { LinkButton } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useSession } from '../../ui/session.ts'
import { Card, Grid, Stack } from '../../ui/surface.tsx'
import { useProgrammeWords } from './words.ts'

/** The home of somebody who is signed in and holds no role yet: the ways to go on. */
export default function NewcomerPage() {
  const m = useProgrammeWords().newcomer
  const { doors } = useSession()
  return (
    <>
      <PageTitle lead={m.lead}>{m.title}</PageTitle>
      <Grid>
        <Card title={m.invited}>
          <p>{m.invitedText}</p>
        </Card>
        <Card title={m.worker}>
          <Stack gap="medium">
            <p>{m.workerText}</p>
            <LinkButton href="/register" look="outline" wide>
              {m.workerAction}
            </LinkButton>
          </Stack>
        </Card>
        <Card title={m.operator}>
          <Stack gap="medium">
            <p>{doors.opening ? m.operatorText : m.operatorInvited}</p>
            {doors.opening ? (
              <LinkButton href="/programmes/new" look="outline" wide>
                {m.operatorAction}
              </LinkButton>
            ) : null}
          </Stack>
        </Card>
      </Grid>
    </>
  )
}
