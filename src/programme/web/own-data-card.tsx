import { LinkButton } from '../../ui/button.tsx'
import { currentProgrammeId } from '../../ui/membership.ts'
import { Card, Stack } from '../../ui/surface.tsx'
import { useProgrammeWords } from './words.ts'

/** What the programme keeps about whoever is signed in, to take along. */
export function OwnDataCard() {
  const m = useProgrammeWords().ownData
  const programmeId = currentProgrammeId()
  if (!programmeId) return null
  return (
    <Card title={m.title}>
      <Stack gap="medium">
        <p>{m.text}</p>
        <div>
          <LinkButton look="outline" icon="download" href={`/api/platform/own-data.zip?programme=${programmeId}`} download>
            {m.take}
          </LinkButton>
        </div>
      </Stack>
    </Card>
  )
}
