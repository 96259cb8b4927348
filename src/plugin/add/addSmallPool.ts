import type { Step } from './Step.js'

import { lendAll } from '../../sync/store/pool/lendAll.js'

/** A pool of a single connection must lend it: Payload's adapter keeps one for itself. */
export const addSmallPool: Step = ({ config }) => {
  const { db } = config
  return db === undefined
    ? config
    : { ...config, db: { ...db, init: (args) => lendAll(db.init(args)) } }
}
