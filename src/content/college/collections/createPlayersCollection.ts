import type { ContentCollectionConfig } from '../../../sdk/index.js'
import type { CollegeArgs } from '../CollegeArgs.js'

import {
  checkboxField,
  dateField,
  linkField,
  numberField,
  row,
  textField,
} from '../fields/fields.js'

export const createPlayersCollection = ({
  editorialTab,
  label,
  slugs,
}: CollegeArgs): ContentCollectionConfig => ({
  admin: {
    defaultColumns: ['name', 'uniform', 'position', 'classYear', 'team', 'updatedAt'],
    listSearchableFields: ['name', 'firstName', 'lastName', 'externalId'],
    useAsTitle: 'name',
  },
  defaultSort: 'name',
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          fields: [
            { ...textField({ name: 'name', index: true, label }), required: true },
            row(
              textField({ name: 'firstName', label, width: '50%' }),
              textField({ name: 'lastName', index: true, label, width: '50%' }),
            ),
            row(
              linkField({ name: 'team', label, to: slugs.collegeTeams, width: '50%' }),
              textField({ name: 'uniform', label, width: '20%' }),
              textField({ name: 'position', index: true, label, width: '30%' }),
            ),
            row(
              textField({ name: 'classYear', label, width: '40%' }),
              textField({ name: 'bats', label, width: '30%' }),
              textField({ name: 'throws', label, width: '30%' }),
            ),
            row(
              textField({ name: 'height', label, width: '33%' }),
              numberField({ name: 'heightInches', label, width: '33%' }),
              numberField({ name: 'weight', description: 'weight', label, width: '34%' }),
            ),
            row(
              textField({ name: 'hometown', label, width: '60%' }),
              dateField({ name: 'dateOfBirth', label, picks: 'day', width: '40%' }),
            ),
            row(
              checkboxField({ name: 'isActive', label, width: '30%' }),
              textField({ name: 'status', label, width: '30%' }),
              textField({
                name: 'careerId',
                description: 'careerId',
                index: true,
                label,
                width: '40%',
              }),
            ),
            textField({ name: 'photo', label }),
          ],
          label: label('tabs:general'),
        },
        ...editorialTab({ name: 'description' }),
      ],
    },
  ],
})
