import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { pathOf, type ReadContract, type Schema, type WriteContract } from '../../platform/contract.ts'
import { askRead } from '../../ui/client.ts'
import { type Refusal, request } from '../../ui/request.ts'

const header = (programmeId: string) => ({ 'x-kado-programme': programmeId })

/** A read in a programme to which the person does not belong yet: an invitation, the entrance of a registration. */
export function useReadIn<I extends Schema, O extends Schema>(
  programmeId: string,
  contract: ReadContract<I, O>,
  input: z.input<I>,
  options: { enabled?: boolean } = {},
) {
  return useQuery<z.output<O>, Refusal>({
    queryKey: ['in-programme', programmeId, contract.area, contract.name, input],
    // The server parses every answer by the contract's schema before it sends it.
    queryFn: async () => (await askRead(contract, input, header(programmeId))) as z.output<O>,
    ...options,
  })
}

/** A write in such a programme. The key makes a repeat harmless. */
export const writeIn = <I extends Schema, O extends Schema, R extends string>(
  programmeId: string,
  contract: WriteContract<I, O, R>,
  input: z.input<I>,
  key: string,
): Promise<z.output<O>> => write(header(programmeId), contract, input, key)

/** A write outside every programme: the one that opens it. */
export const writeOutside = <I extends Schema, O extends Schema, R extends string>(
  contract: WriteContract<I, O, R>,
  input: z.input<I>,
  key: string,
): Promise<z.output<O>> => write({}, contract, input, key)

async function write<I extends Schema, O extends Schema, R extends string>(
  where: Record<string, string>,
  contract: WriteContract<I, O, R>,
  input: z.input<I>,
  key: string,
): Promise<z.output<O>> {
  const headers = { ...where, 'content-type': 'application/json', 'idempotency-key': key }
  return (await request(pathOf(contract), { method: 'POST', body: JSON.stringify(input), headers })) as z.output<O>
}
