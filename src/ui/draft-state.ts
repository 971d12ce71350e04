import { useCallback, useEffect, useRef, useState, type Dispatch, type SetStateAction } from 'react'
import { forgetDraft, readDraft, writeDraft } from './draft.ts'

const delayMilliseconds = 400

/** State of an editor that is no form: kept on this device from the first change until `forget`, so that leaving loses nothing. */
export function useDraftState<Value>(key: string, initial: Value): [Value, Dispatch<SetStateAction<Value>>, () => void] {
  const [value, setValue] = useState<Value>(() => readDraft(key, { value: initial })?.value ?? initial)
  const changed = useRef(false)
  const change: Dispatch<SetStateAction<Value>> = useCallback((next) => {
    changed.current = true
    setValue(next)
  }, [])
  useEffect(() => {
    if (!changed.current) return
    const timer = setTimeout(() => writeDraft(key, { value }), delayMilliseconds)
    return () => clearTimeout(timer)
  }, [key, value])
  const forget = useCallback(() => {
    changed.current = false
    forgetDraft(key)
  }, [key])
  return [value, change, forget]
}
