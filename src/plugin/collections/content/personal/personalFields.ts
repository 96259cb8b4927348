import type { Field } from 'payload'

import { label } from '../../../translations/index.js'
import { isOfAll } from './createPersonalAccess.js'

/** Where Payload's import map finds the component; text, because config imports no components. */
const HIDDEN_FIELD_PATH = 'payload-plugin-sync/client#HiddenField'

type PersonalFieldsArgs = { adminUserSlug: string }

/**
 * Whose a document is, for the sidebar, and the connection it came with. The sync and whoever may
 * see everybody's say whose; nobody else can give a document away or take one.
 */
export const personalFields = ({ adminUserSlug }: PersonalFieldsArgs): Field[] => [
  {
    name: 'owner',
    type: 'relationship',
    access: { create: isOfAll, update: isOfAll },
    admin: { position: 'sidebar' },
    index: true,
    label: label('fields:owner'),
    relationTo: adminUserSlug,
  },
  {
    name: 'connection',
    type: 'text',
    access: { create: () => false, update: () => false },
    admin: {
      components: { Field: HIDDEN_FIELD_PATH },
      disableBulkEdit: true,
      position: 'sidebar',
      readOnly: true,
    },
    index: true,
    label: label('fields:connection'),
  },
]
