import { OwnDataCard } from '../../programme/web/own-data-card.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/choice-field.tsx'
import { useRead, useWrite } from '../../ui/client.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Card, Grid, Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { contract } from '../contract/index.ts'
import { mayDeclareOver } from '../rules/skills.ts'
import { ConsentsCard } from './consents-card.tsx'
import { ApplicantNotice, MyRecord } from './my-record.tsx'
import type { PersonRecord } from './record.ts'
import { EmployeesCard, EquipmentCard, PersonalCard, WishesCard } from './record-cards.tsx'
import { StateBadge } from './state-badge.tsx'
import { SkillList } from './skill-list.tsx'
import { usePeopleWords, useSkillName } from './words.ts'

function Skills({ record }: { record: PersonRecord }) {
  const m = usePeopleWords()
  const nameOf = useSkillName()
  const skills = useRead(contract.skills, {})
  const declare = useWrite(contract['declare-skill'], { onSuccess: () => showToast(m.saved) })
  const shown = record.skills.filter((skill) => !mayDeclareOver(skill.evidence))
  return (
    <Card title={m.mine.skillsTitle}>
      <Stack gap="medium">
        {shown.length > 0 ? <SkillList skills={shown} /> : null}
        <p className="text-ink-soft">{m.fields.skillsHelp}</p>
        <RefusalNotice refusal={declare.refusal} words={m.refusals} />
        <Loaded of={skills}>
          {({ rows }) => (
            <div className="grid gap-4 sm:grid-cols-2">
              {rows
                .filter((skill) => !shown.some((each) => each.skillId === skill.id))
                .map((skill) => (
                  <Select
                    key={skill.id}
                    name={skill.id}
                    value={String(record.skills.find((each) => each.skillId === skill.id)?.level ?? '')}
                    onChange={(level) =>
                      void declare.run({ workerId: record.id, skillId: skill.id, level: Number(level) }).catch(() => undefined)
                    }
                    label={nameOf(skill)}
                    none={m.none}
                    options={Array.from({ length: skill.highestLevel }, (_, index) => ({
                      value: String(index + 1),
                      label: m.fields.level(index + 1),
                    }))}
                  />
                ))}
            </div>
          )}
        </Loaded>
      </Stack>
    </Card>
  )
}

function State({ record }: { record: PersonRecord }) {
  const m = usePeopleWords()
  const change = useWrite(contract['change-state'], { onSuccess: () => showToast(m.mine.changed) })
  const paused = record.state === 'paused'
  if (record.state !== 'active' && record.state !== 'registered' && !paused) return null
  return (
    <Card title={m.mine.stateTitle} aside={<StateBadge state={record.state} />}>
      <Stack gap="medium">
        <p>{paused ? m.mine.pausedText : m.mine.activeText}</p>
        <RefusalNotice refusal={change.refusal} words={m.refusals} />
        <div>
          <Button
            look="outline"
            pending={change.pending}
            onClick={() => void change.run({ workerId: record.id, to: paused ? 'active' : 'paused' }).catch(() => undefined)}
          >
            {paused ? m.mine.resume : m.mine.pause}
          </Button>
        </div>
      </Stack>
    </Card>
  )
}

export default function MyProfilePage() {
  const m = usePeopleWords()
  return (
    <>
      <PageTitle lead={m.mine.profileLead}>{m.mine.profileTitle}</PageTitle>
      <MyRecord>
        {(record) => (
          <Stack>
            <ApplicantNotice record={record} />
            <Grid min="large">
              <Stack>
                <PersonalCard record={record} own />
                <WishesCard record={record} />
              </Stack>
              <Stack>
                <State record={record} />
                <Skills record={record} />
                <EquipmentCard record={record} />
                <EmployeesCard record={record} />
                <ConsentsCard record={record} own />
                <OwnDataCard />
              </Stack>
            </Grid>
          </Stack>
        )}
      </MyRecord>
    </>
  )
}
