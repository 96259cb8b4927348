import type { TextField } from 'payload'

import type { SoccerArgs } from '../SoccerArgs.js'

import { givenOnce } from '../../../sdk/index.js'
import { buildSlug, prepareSlugs } from '../slugs/buildSlug.js'

type SlugFieldArgs = Parameters<typeof buildSlug>[0] & Pick<SoccerArgs, 'label'>

/** By which pages of a site are found. */
export const slugField = ({ collection, label, toText }: SlugFieldArgs): TextField => ({
  name: 'slug',
  type: 'text',
  admin: { description: label('descriptions:slug'), position: 'sidebar' },
  custom: givenOnce({ prepareMany: prepareSlugs({ collection, toText }) }),
  hooks: { beforeValidate: [buildSlug({ collection, toText })] },
  index: true,
  label: label('fields:slug'),
  unique: true,
})
