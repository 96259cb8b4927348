import type { Field } from 'payload'

import type { ContentCollectionConfig } from '../../../sdk/index.js'
import type { CollegeArgs } from '../CollegeArgs.js'

import { DECISIONS, SIDES } from '../documents/index.js'
import {
  checkboxField,
  jsonField,
  linkField,
  numberField,
  row,
  textField,
} from '../fields/fields.js'
import { statsField } from '../fields/statsField.js'
import { BASKETBALL, BATTING, FIELDING, PITCHING, SOCCER } from '../stats/STATS.js'

export const createGameStatsCollection = ({
  editorialTab,
  label,
  slugs,
  toOptions,
}: CollegeArgs): ContentCollectionConfig => {
  const pitching: Field[] = [
    textField({ name: 'inningsPitched', description: 'inningsPitched', label, width: '25%' }),
    numberField({ name: 'order', label, width: '25%' }),
    {
      name: 'decision',
      type: 'select',
      admin: { width: '25%' },
      label: label('fields:decision'),
      options: toOptions({ group: 'decision', values: DECISIONS }),
    },
    textField({ name: 'record', label, width: '25%' }),
  ]
  return {
    admin: {
      defaultColumns: ['name', 'uniform', 'position', 'game', 'team', 'played'],
      listSearchableFields: ['name', 'externalId'],
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
              linkField({ name: 'game', label, to: slugs.collegeGames }),
              row(
                linkField({
                  name: 'player',
                  description: 'player',
                  label,
                  to: slugs.collegePlayers,
                  width: '40%',
                }),
                linkField({ name: 'team', label, to: slugs.collegeTeams, width: '40%' }),
                {
                  name: 'side',
                  type: 'select',
                  admin: { width: '20%' },
                  index: true,
                  label: label('fields:side'),
                  options: toOptions({ group: 'side', values: SIDES }),
                },
              ),
              row(
                textField({ name: 'uniform', label, width: '20%' }),
                textField({ name: 'position', label, width: '20%' }),
                textField({ name: 'lastPosition', label, width: '20%' }),
                numberField({ name: 'battingOrder', label, width: '20%' }),
                numberField({ name: 'substitution', label, width: '20%' }),
              ),
              row(
                checkboxField({ name: 'played', index: true, label, width: '20%' }),
                checkboxField({ name: 'started', label, width: '20%' }),
                textField({ name: 'bats', label, width: '20%' }),
                textField({ name: 'throws', label, width: '20%' }),
                textField({ name: 'classYear', label, width: '20%' }),
              ),
            ],
            label: label('tabs:general'),
          },
          {
            fields: [
              statsField({ name: 'batting', label, names: BATTING }),
              statsField({ name: 'pitching', first: pitching, label, names: PITCHING }),
              statsField({ name: 'fielding', label, names: FIELDING }),
              statsField({ name: 'basketball', label, names: BASKETBALL }),
              statsField({ name: 'soccer', label, names: SOCCER }),
              jsonField({ name: 'line', description: 'line', label }),
            ],
            label: label('tabs:stats'),
          },
          ...editorialTab({ name: 'note' }),
        ],
      },
    ],
  }
}
