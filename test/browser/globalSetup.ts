import type { TestProject } from 'vitest/node'

import { randomBytes } from 'node:crypto'

import { createDatabase } from '../../dev/postgres/createDatabase.js'
import { openTestServer } from '../database/openTestServer.js'
import { TEST_DATABASE_PREFIX } from '../database/TEST_DATABASE_PREFIX.js'
import '../ProvidedContext.js'
import { startDevApp } from './startDevApp.js'

/** The dev app on an empty database, for all browser tests together. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const server = await openTestServer()
  try {
    const app = await startDevApp({
      databaseUrl: await createDatabase({
        name: `${TEST_DATABASE_PREFIX}browser_${randomBytes(6).toString('hex')}`,
        adminUrl: server.url,
      }),
    })
    provide('appUrl', app.appUrl)
    provide('emulatorUrl', app.emulatorUrl)

    return async () => {
      await app.close()
      await server.close()
    }
  } catch (error) {
    await server.close()
    throw error
  }
}
