import { useMay } from '../../ui/may.ts'
import { Link } from '../../ui/navigation.tsx'
import { contract } from '../contract/index.ts'
import type { Blocker } from '../rules/blockers.ts'
import { usePeopleWords } from './words.ts'

/** Where a blocker is removed on a person's page; null where nothing on it would. */
const tabs = {
  'no-skill': 'skills',
  skill: 'skills',
  'no-free-minutes': 'time',
  'no-pc': 'equipment',
  equipment: 'equipment',
  site: 'outline',
  paused: 'outline',
  'declaration-missing': 'outline',
  'no-work-left': null,
  'could-be-offered': null,
} as const satisfies Record<Blocker, string | null>

/** The one action that removes a blocker, as the way to where it is done; nothing for whoever may not do it. */
export function BlockerAction({ blocker, workerId }: { blocker: Blocker; workerId: string }) {
  const words = usePeopleWords().blockers[blocker]
  const may = {
    skills: useMay(contract['assess-skill']),
    time: useMay(contract['set-free-minutes']),
    equipment: useMay(contract['change-equipment']),
    outline: useMay(contract['change-state']),
  }
  const tab = tabs[blocker]
  return tab === null || !may[tab] || !('action' in words) ? null : <Link href={`/people/${workerId}?tab=${tab}`}>{words.action}</Link>
}
