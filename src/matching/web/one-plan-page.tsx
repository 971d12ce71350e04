import { useParam } from '../../ui/navigation.tsx'
import { PlanView } from './plan-view.tsx'

export default function OnePlanPage() {
  return <PlanView planId={useParam('planId')} />
}
