import type { Database } from './Database.js'

const LARGEST_SERIAL = 2_147_483_647
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

type IsIdArgs = { database: Database; id: number | string }

/** Whether the database would take this for an id at all; it fails on anything else. */
export const isId = ({ id, database }: IsIdArgs): boolean =>
  database.payload.db.defaultIDType === 'number'
    ? /^\d+$/.test(String(id)) && Number(id) <= LARGEST_SERIAL
    : UUID.test(String(id))
