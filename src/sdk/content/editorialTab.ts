import type { LabelFunction, Tab } from 'payload'

import { createLabels, NAMESPACE } from './createLabels.js'

/** Texts of the plugin, which every kit shows in the same words. */
type EditorialTexts = { descriptions: { editorial: string }; tabs: { editorial: string } }

const { label: ownLabel } = createLabels<EditorialTexts>(NAMESPACE)

type EditorialTabArgs = {
  /** Whether the project's config has a rich text editor. Without one Payload refuses the field. */
  hasEditor: boolean
  label: LabelFunction
  name: string
}

/**
 * The part of a document that belongs to editors, as a tab. No tab without an editor to fill it.
 */
export const editorialTab = ({ name, hasEditor, label }: EditorialTabArgs): Tab[] =>
  hasEditor
    ? [
        {
          fields: [
            {
              name,
              type: 'richText',
              admin: { description: ownLabel('descriptions:editorial') },
              label,
            },
          ],
          label: ownLabel('tabs:editorial'),
        },
      ]
    : []
