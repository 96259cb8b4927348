import type { Payload } from 'payload'

import type { Names } from '../../sdk/names/Names.js'

import { toEnglishNames } from '../../sdk/names/toEnglishNames.js'
import { getSync } from '../engine/Sync.js'

/** What people call providers, resources and quotas of a project, in English. */
export const getNames = (payload: Payload): Names => toEnglishNames(getSync(payload).providers)
