import type { TestProject } from 'vitest/node'

import '../ProvidedContext.js'
import { openTestServer } from './openTestServer.js'

/** Every project that tests against a database has this setup; all share one server. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const { close, url } = await openTestServer()
  provide('databaseServerUrl', url)

  return close
}
