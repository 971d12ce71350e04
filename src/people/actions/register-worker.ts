import { action, newId, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { events } from '../rules/events.ts'
import { lastInterview } from '../store/interviews.ts'
import { lockWorker, recordStateChange, siteIsOpen, updateWorker } from '../store/workers.ts'

/** Takes an applicant into the programme. The last interview must have found the person suitable. */
export const registerWorker = action(contract['register-worker'], {
  load: ({ db }, { workerId }) => lockWorker(db, workerId),
  run: async (context, { workerId, siteId }, { worker }) => {
    if (worker.state !== 'applicant') return refuse('not-an-applicant')
    const interview = await lastInterview(context.db, workerId)
    if (interview?.outcome !== 'suitable') return refuse('interview-missing')
    if (siteId !== null && !(await siteIsOpen(context.db, siteId, context.today))) return refuse('site-unknown')
    await updateWorker(context.db, workerId, { state: 'registered', registeredOn: context.today, siteId: siteId ?? worker.siteId })
    await recordStateChange(context, {
      id: newId(context.now.getTime()),
      workerId,
      fromState: 'applicant',
      toState: 'registered',
      note: '',
    })
    await context.publish(events['person.registered'], { workerId })
    return { number: worker.number, registeredOn: context.today }
  },
})
