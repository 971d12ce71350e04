import { DescriptionList } from '../../ui/description-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { Badge } from '../../ui/status.tsx'
import { Money } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { isEquipment } from '../rules/equipment.ts'
import { EditableCard } from './editable-card.tsx'
import { EmployeesForm, EquipmentForm, ProfileForm, WishesForm } from './profile-forms.tsx'
import type { PersonRecord } from './record.ts'
import { usePeopleWords } from './words.ts'

type CardProps = { record: PersonRecord }

/** The title speaks to the person on their own page. */
export function PersonalCard({ record, own = false }: CardProps & { own?: boolean }) {
  const m = usePeopleWords()
  const { contact } = record
  return (
    <EditableCard
      title={own ? m.mine.personalTitle : m.person.personal}
      change={contract['change-profile']}
      form={(close) => <ProfileForm record={record} onDone={close} />}
    >
      <DescriptionList
        items={[
          { term: m.fields.name, value: record.name },
          { term: m.fields.kana, value: record.kana },
          { term: m.person.displayName, value: record.displayName },
          { term: m.fields.municipality, value: `${record.municipalityName} (${record.prefecture})` },
          { term: m.fields.site, value: record.siteName ?? m.person.homeOnly },
          contact ? { term: m.person.email, value: contact.email } : null,
          contact ? { term: m.fields.phone, value: contact.phone === '' ? m.none : contact.phone } : null,
          contact ? { term: m.fields.postalAddress, value: contact.postalAddress === '' ? m.none : contact.postalAddress } : null,
        ]}
      />
    </EditableCard>
  )
}

export function WishesCard({ record }: CardProps) {
  const m = usePeopleWords()
  const format = useFormat()
  return (
    <EditableCard
      title={m.mine.wishesTitle}
      change={contract['change-wishes']}
      form={(close) => <WishesForm record={record} onDone={close} />}
    >
      <DescriptionList
        items={[
          { term: m.person.wanted, value: <Money yen={record.wantedMonthlyYen} /> },
          { term: m.person.wantedTime, value: format.minutes(record.wantedMonthlyMinutes) },
          {
            term: m.person.highest,
            value: record.highestMonthlyMinutes === 0 ? m.person.noLimit : format.minutes(record.highestMonthlyMinutes),
          },
          record.wish === '' ? null : { term: m.fields.wish, value: <span className="whitespace-pre-wrap">{record.wish}</span> },
        ]}
      />
    </EditableCard>
  )
}

export function EquipmentCard({ record }: CardProps) {
  const m = usePeopleWords()
  const owned = record.equipment.filter(isEquipment)
  return (
    <EditableCard
      title={m.mine.equipmentTitle}
      change={contract['change-equipment']}
      form={(close) => <EquipmentForm record={record} onDone={close} />}
    >
      <DescriptionList
        items={[
          {
            term: m.fields.equipment,
            value:
              owned.length === 0 ? (
                m.none
              ) : (
                <span className="flex flex-wrap gap-2">
                  {owned.map((key) => (
                    <Badge key={key}>{m.equipment[key]}</Badge>
                  ))}
                </span>
              ),
          },
          {
            term: m.fields.lineSpeed,
            value: record.lineSpeedMbps === null ? m.none : `${record.lineSpeedMbps} ${m.fields.lineSpeedUnit}`,
          },
        ]}
      />
    </EditableCard>
  )
}

export function EmployeesCard({ record }: CardProps) {
  const m = usePeopleWords()
  const format = useFormat()
  const on = record.usesEmployeesDeclaredOn
  return (
    <EditableCard
      title={m.mine.employeesTitle}
      change={contract['declare-employees']}
      form={(close) => <EmployeesForm record={record} onDone={close} />}
    >
      <p className="font-bold">{on === null ? m.mine.notDeclared : record.usesEmployees ? m.fields.yes : m.fields.no}</p>
      <p className="text-ink-soft">{on === null ? m.mine.employeesText : m.mine.declaredOn(format.date(on))}</p>
    </EditableCard>
  )
}
