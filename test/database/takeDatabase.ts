import type { CopyTemplateArgs } from './copyTemplate.js'

import { copyTemplate } from './copyTemplate.js'
import { dropTestDatabase } from './dropTestDatabase.js'
import { describeStructure, emptyDatabase } from './emptyDatabase.js'

export type TakenDatabase = {
  /** Lets the next test have it that wants the same tables. Nobody may be connected any more. */
  giveBack: () => void
  url: string
}

type Spare = { structure: string; url: string }

/** What tests of this process have given back, by key. */
const spares = new Map<string, Spare[]>()

const findSpare = async ({
  key,
  serverUrl,
}: Pick<CopyTemplateArgs, 'key' | 'serverUrl'>): Promise<null | Spare> => {
  for (let spare = spares.get(key)?.pop(); spare; spare = spares.get(key)?.pop()) {
    if (await emptyDatabase(spare).catch(() => false)) {
      return spare
    }
    await dropTestDatabase({ serverUrl, url: spare.url })
  }
  return null
}

const copy = async (args: CopyTemplateArgs): Promise<Spare> => {
  const url = await copyTemplate(args)
  return { structure: await describeStructure(url), url }
}

/**
 * A database with the tables of a template and without rows, for one test alone. One that an
 * earlier test has given back is emptied, which takes milliseconds; only where there is none, or
 * where its test has changed more than rows, is the template copied.
 */
export const takeDatabase = async (args: CopyTemplateArgs): Promise<TakenDatabase> => {
  const database = (await findSpare(args)) ?? (await copy(args))
  return {
    giveBack: () => {
      spares.set(args.key, [...(spares.get(args.key) ?? []), database])
    },
    url: database.url,
  }
}
