import config from '@payload-config'
import { getPayload } from 'payload'
import { findMatchesOn } from 'payload-plugin-sync/content/soccer'

import { Scores } from './Scores.js'

export default async function Page() {
  const payload = await getPayload({ config })
  const matches = await findMatchesOn({
    overrideAccess: false,
    payload,
    timeZone: 'Europe/Berlin',
  })
  return <Scores initial={matches} />
}
