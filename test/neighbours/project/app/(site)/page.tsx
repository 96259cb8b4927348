import config from '@payload-config'
import { unstable_cache } from 'next/cache'
import { connection } from 'next/server'
import { getPayload } from 'payload'

/** Kept until somebody says that a match has changed. */
const findTitles = unstable_cache(
  async () => {
    const payload = await getPayload({ config })
    const { docs } = await payload.find({ collection: 'matches', limit: 20, sort: 'externalId' })
    return { at: Date.now(), titles: docs.map(({ title }) => String(title)) }
  },
  ['front'],
  { tags: ['matches'] },
)

const Page = async () => {
  await connection()
  const { at, titles } = await findTitles()
  return (
    <main data-at={at}>
      {titles.map((title) => (
        <p key={title}>{title}</p>
      ))}
    </main>
  )
}

export default Page
