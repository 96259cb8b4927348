import type { Payload } from 'payload'

import type { OpenTestProjectArgs } from './openTestProject.js'

import { createTestDatabase } from '../database/createTestDatabase.js'
import { dropTestDatabase } from '../database/dropTestDatabase.js'
import { openTestProject } from './openTestProject.js'

type CreateTestProjectArgs = {
  /** @default a new and empty one */
  databaseUrl?: string
} & Pick<OpenTestProjectArgs, 'config' | 'options'>

export type TestProject = {
  databaseUrl: string
  /** Everything the project logged, as JSON lines. */
  logged: () => string
  payload: Payload
}

/**
 * A Payload project with the plugin, on a database of its own, which its `destroy` drops: those of
 * all tests together would fill a small disk.
 */
export const createTestProject = async ({
  config,
  databaseUrl: given,
  options,
}: CreateTestProjectArgs): Promise<TestProject> => {
  const databaseUrl = given ?? (await createTestDatabase())
  let logged = ''
  const payload = await openTestProject({
    config,
    databaseUrl,
    onLog: (line) => {
      logged += line
    },
    options,
  })
  if (given === undefined) {
    const { destroy } = payload
    payload.destroy = async () => {
      await destroy()
      await dropTestDatabase(databaseUrl)
    }
  }
  return { databaseUrl, logged: () => logged, payload }
}
