import { expect } from 'vitest'

import type { Document, Editor } from './openEditor.js'
import type { Project } from './openProject.js'
import type { Site } from './startSite.js'

import { waitFor } from '../project/waitFor.js'

type RenameTeamArgs = { editor: Editor; name: string; project: Project; site: Site }

const toAge = (page: string): string | undefined => /data-at="\d+"/.exec(page)?.[0]

/**
 * Has the provider rename a team while the front page that names it comes from the cache, and gives
 * a match of that team. Nothing of before refreshes the page later.
 */
export const renameTeam = async ({
  name,
  editor,
  project: { database, emulator },
  site,
}: RenameTeamArgs): Promise<Document> => {
  const [match] = (await editor.find('/matches?limit=1&depth=1&sort=externalId')).docs
  await waitFor({
    event: 'all that was to be told',
    look: async () => (await database.query('select 1 from sync_events')).rowCount === 0,
  })
  const kept = toAge(await site.page())
  expect(kept).toBeDefined()
  expect(toAge(await site.page())).toBe(kept)

  const { externalId } = match!.homeTeam as Document
  emulator.records.put({ id: Number(externalId), entity: 'team', patch: { name } })
  return match!
}
