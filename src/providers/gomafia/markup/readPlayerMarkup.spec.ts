import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

import { RECORDINGS_FOLDER } from '../../../../test/recordings/RECORDINGS_FOLDER.js'
import { parseHtml } from '../../../sdk/index.js'
import { toPlayer } from '../players/toPlayer.js'
import { readNextData } from '../sources/pageData.js'
import { readPlayerPage } from '../sources/readPages.js'
import { readPlayerMarkup } from './readPlayerMarkup.js'

const PAGE = `${RECORDINGS_FOLDER}gomafia/stats-3170.html`

const toDocument = (page: { user: { id: string } } & Record<string, unknown>) =>
  toPlayer({ personalData: false, record: { ...page, id: page.user.id } as never })

/** Another deployment: every hash behind a class name is another one. */
const withOtherHashes = (html: string): string => html.replace(/(__)[\w-]{5}(?=[" ])/g, '$1zZ9_q')

it.runIf(existsSync(PAGE)).each([
  ['as it was recorded', (html: string) => html],
  ['after a deployment', withOtherHashes],
])('should say the same as the data of the page, %s', async (_, change) => {
  const page = await parseHtml(change(readFileSync(PAGE, 'utf8')))
  const shown = toDocument(readPlayerMarkup({ id: '3170', page }))
  const { serverData } = readNextData({ page, path: '/stats/3170' })
  const told = toDocument(readPlayerPage({ id: '3170', asked: '/stats/3170', value: serverData }))

  expect(shown).toMatchObject({ name: 'К0см0навт', elo: 2087.32, total: { games: 103 } })
  // Everything that it shows is told, and is the same.
  expect(told).toMatchObject(shown)
})

it('should refuse a page that shows nobody', async () => {
  const page = await parseHtml('<div class="Other_other__x1">nothing</div>')

  expect(() => readPlayerMarkup({ id: '7', page })).toThrow(
    expect.objectContaining({ code: 'INVALID_ANSWER' }),
  )
})
