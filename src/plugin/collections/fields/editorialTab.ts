import type { Tab } from 'payload'

import { label } from '../../translations/index.js'

type EditorialTabArgs = {
  /** Whether the project's config has a rich text editor. Without one Payload refuses the field. */
  hasEditor: boolean
  name: 'description' | 'preview'
}

/** The part of a document that belongs to editors, as a tab. No tab without an editor to fill it. */
export const editorialTab = ({ name, hasEditor }: EditorialTabArgs): Tab[] =>
  hasEditor
    ? [
        {
          fields: [
            {
              name,
              type: 'richText',
              admin: { description: label('descriptions:editorial') },
              label: label(`fields:${name}`),
            },
          ],
          label: label('tabs:editorial'),
        },
      ]
    : []
