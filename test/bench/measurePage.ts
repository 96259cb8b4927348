import pg from 'pg'

import { DEV_USER } from '../../dev/DEV_USER.js'
import { startDevApp } from '../browser/startDevApp.js'
import { fillTables, MONTHS_OF_WORK } from './fillTables.js'
import { measureReads } from './measureReads.js'

/**
 * What the server takes for whole pages after months of work, in Next's dev server, which is slower
 * than a built one. Payload's own page of the account beside them is what every page takes.
 */
export const measurePage = async ({ databaseUrl }: { databaseUrl: string }): Promise<void> => {
  const { appUrl, close } = await startDevApp({ databaseUrl })
  const pool = new pg.Pool({ connectionString: databaseUrl })
  try {
    const resources = ['matches', 'teams'] as const
    await fillTables({ pool, provider: 'sportmonks', resources, ...MONTHS_OF_WORK })
    const signedIn = await fetch(`${appUrl}/api/users/login`, {
      body: JSON.stringify(DEV_USER),
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    })
    const [cookie = ''] = signedIn.headers.getSetCookie().map((each) => each.split(';')[0])
    const read = (path: string) => async (): Promise<void> => {
      const response = await fetch(appUrl + path, { headers: { cookie }, redirect: 'error' })
      const page = await response.text()
      if (!response.ok || !page.includes('</html>')) {
        throw new Error(`${path} answered with ${response.status}`)
      }
    }

    console.log("Whole pages, from Next's dev server, with as much stored:")
    await measureReads({ read: read('/admin/account'), title: "Payload's account" })
    await measureReads({ read: read('/admin/sync'), title: 'sync view' })
    await measureReads({
      read: read('/admin/collections/syncLogs/9999'),
      title: 'page of a run',
    })
  } finally {
    await pool.end()
    await close()
  }
}
