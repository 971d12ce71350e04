import { PageTitle } from '../../ui/page-title.tsx'
import { QuestionsPanel } from './questions-panel.tsx'
import { useStaffWords } from './words.ts'

export default function QuestionsPage() {
  const m = useStaffWords()
  return (
    <>
      <PageTitle lead={m.questionsLead}>{m.questions}</PageTitle>
      <QuestionsPanel />
    </>
  )
}
