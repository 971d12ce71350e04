import { PlanView } from './plan-view.tsx'

export default function PlanPage() {
  return <PlanView planId={null} />
}
