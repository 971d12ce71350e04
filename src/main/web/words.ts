import { defineMessages } from '../../ui/messages.ts'
import { easy } from './messages.easy.ts'
import { en } from './messages.en.ts'
import { ja } from './messages.ja.ts'

export const useShellWords = defineMessages({ ja, en, easy })

/** The name of a role; a role without a name here shows its key. */
export function useRoleName(): (role: string) => string {
  const names: Readonly<Record<string, string | undefined>> = useShellWords().roles
  return (role) => names[role] ?? role
}
