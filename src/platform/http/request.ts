import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor, Grant } from '../access.ts'
import { Failure, type Action } from '../action.ts'
import type { Auth } from '../auth/auth.ts'
import { isFresh, type SignedIn } from '../auth/session.ts'
import type { Database, Db } from '../db/db.ts'
import { grantsOf, type Proof } from '../grants.ts'
import type { QueueState } from '../queue/run-queue.ts'
import type { Read } from '../read.ts'
import type { BackupState } from './backup-state.ts'

declare module 'fastify' {
  interface FastifyRequest {
    signedIn: SignedIn | null
  }
}

/** What the log says in words beside the names of events. */
export interface OperatorWords {
  otherAddress: string
  untrustedProxy: string
}

export interface ServerParts {
  database: Database
  auth: Auth
  readSession(cookieHeader: string | undefined, how?: { anew?: boolean }): Promise<SignedIn | null>
  actions: readonly Action[]
  reads: readonly Read[]
  /** Where the embedded database lives; null or absent when another one is used. */
  dataFolder?: string | null
  /** How it stands with the queue and with backups, asked by `/ready`; backups of another PostgreSQL are its own. */
  queueState?(): Promise<QueueState>
  backupState?(): Promise<BackupState>
  /** Folder of the built web client, or null when only the API is served. */
  webFolder: string | null
  /** Answers `GET /api/session` for the person who is signed in. */
  session(signedIn: SignedIn | null, address: string): Promise<unknown>
  version: string
  /** The session or browser that a request comes from, by a cookie that this server has signed. */
  askerOf?(cookieHeader: string | undefined): string | null
  /** The cookie that tells a browser from the others behind its address; null when it has one. */
  deviceCookie?(cookieHeader: string | undefined): string | null
  /** Requests a minute for one session or browser, or for an address without. */
  requestsPerMinute?: number
  /** How many proxies stand in front, or which; nobody's word on the client's address is believed unless given. */
  trustProxy?: number | string[] | false
  /** Sentences for whoever keeps the server, in their language. */
  says?: OperatorWords | undefined
  /** The address that people open; a write from its pages is ours, whatever host a proxy passes on. */
  baseUrl?: string
  /** Whether people come by https: then the session cookie is named so (RFC 6265bis, `__Secure-`). */
  isSecure?: boolean
}

const programmeHeader = z.uuid()

export const proofOf = (signedIn: SignedIn): Proof => ({ secondFactor: (signedIn.secondFactor ?? null) !== null })

/** The person, with the roles they hold in the programme of the request, read in the transaction that uses them. */
export function identify(
  signedIn: SignedIn | null,
  grants: (db: Db, userId: string, proof: Proof) => Promise<Grant[]> = grantsOf,
): (db: Db) => Promise<Actor> {
  return async (db) => {
    if (!signedIn) return { userId: null, grants: [], fresh: false }
    return { userId: signedIn.userId, grants: await grants(db, signedIn.userId, proofOf(signedIn)), fresh: isFresh(signedIn, new Date()) }
  }
}

/** @throws Failure when the header is missing or malformed: without a programme nothing exists. */
export function programmeOf(request: FastifyRequest): string {
  const header = programmeHeader.safeParse(request.headers['x-kado-programme'])
  if (!header.success) throw new Failure('not-found')
  return header.data
}
