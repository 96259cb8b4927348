import type { Payload } from 'payload'

import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'

import type { TakenDatabase } from '../database/takeDatabase.js'
import type { OpenTestProjectArgs } from './openTestProject.js'

import '../ProvidedContext.js'
import { withTakenDatabase } from '../database/withTakenDatabase.js'
import { openTestProject } from './openTestProject.js'

type CreateTestProjectArgs = {
  /** One that stays when the project is closed. @default one with all tables and without rows */
  databaseUrl?: string
} & Pick<OpenTestProjectArgs, 'config' | 'isNew' | 'options'>

export type TestProject = {
  /** Under which Payload's functions find the project in this process. */
  cacheKey: string
  databaseUrl: string
  /** Everything the project logged, as JSON lines. */
  logged: () => string
  payload: Payload
}

/** A Payload project with the plugin, on a database of its own, which its `destroy` gives back. */
export const createTestProject = async ({
  config,
  databaseUrl,
  isNew,
  options,
}: CreateTestProjectArgs): Promise<TestProject> => {
  const serverUrl = inject('databaseServerUrl')
  const cacheKey = randomUUID()
  let database: TakenDatabase | undefined
  let logged = ''
  const payload = await openTestProject({
    adapt: (adapter) =>
      databaseUrl
        ? adapter
        : withTakenDatabase({
            adapter,
            onTaken: (taken) => {
              database = taken
            },
            serverUrl,
          }),
    cacheKey,
    config,
    databaseUrl: databaseUrl ?? serverUrl,
    isNew,
    onLog: (line) => {
      logged += line
    },
    options,
  })
  const { destroy } = payload
  payload.destroy = async () => {
    await destroy()
    database?.giveBack()
  }
  return { cacheKey, databaseUrl: databaseUrl ?? database!.url, logged: () => logged, payload }
}
