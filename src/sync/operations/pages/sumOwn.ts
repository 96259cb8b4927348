import type { Payload } from 'payload'

import type { Sum, SumArgs } from '../../../sdk/content/KitPage.js'

import { getSync } from '../../engine/Sync.js'
import { sumDocuments } from '../../store/documents/sumDocuments.js'

type SumOwnArgs = { owner: number | string; payload: Payload } & SumArgs<string>

/** Adds up decimals of what belongs to one person. `collection` is a slug. */
export const sumOwn = async ({ payload, ...args }: SumOwnArgs): Promise<Sum[]> =>
  await sumDocuments({ ...args, database: getSync(payload).database })

/** The time by the clock of the project. */
export const readNow = (payload: Payload): Date => getSync(payload).clock.now()
