import type { ContentCollectionConfig } from '../../../sdk/index.js'
import type { CollegeArgs } from '../CollegeArgs.js'

import { SEASON_STATS_KINDS } from '../documents/index.js'
import { jsonField, linkField, numberField, row, textField } from '../fields/fields.js'
import { statsField } from '../fields/statsField.js'
import { BASKETBALL, BATTING, FIELDING, PITCHING, PITCHING_TOTALS, SOCCER } from '../stats/STATS.js'

export const createSeasonStatsCollection = ({
  editorialTab,
  label,
  slugs,
  toOptions,
}: CollegeArgs): ContentCollectionConfig => ({
  admin: {
    defaultColumns: ['name', 'kind', 'team', 'seasonName', 'gamesPlayed', 'updatedAt'],
    listSearchableFields: ['name', 'seasonName', 'externalId'],
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
              {
                name: 'kind',
                type: 'select',
                admin: { width: '20%' },
                index: true,
                label: label('fields:kind'),
                options: toOptions({ group: 'seasonStatsKind', values: SEASON_STATS_KINDS }),
              },
              linkField({ name: 'team', label, to: slugs.collegeTeams, width: '40%' }),
              linkField({ name: 'player', label, to: slugs.collegePlayers, width: '40%' }),
            ),
            row(
              textField({ name: 'seasonName', label, width: '40%' }),
              textField({ name: 'seasonId', index: true, label, width: '20%' }),
              numberField({ name: 'gamesPlayed', label, width: '20%' }),
              numberField({ name: 'gamesStarted', label, width: '20%' }),
            ),
            {
              name: 'record',
              type: 'group',
              admin: { condition: ({ kind }) => kind === 'team', hideGutter: true },
              fields: [
                row(
                  ...(['overall', 'conference', 'home', 'away'] as const).map((name) =>
                    textField({ name, label, width: '25%' }),
                  ),
                ),
                row(
                  ...(['wins', 'losses', 'ties'] as const).map((name) =>
                    numberField({ name, label, width: '33%' }),
                  ),
                ),
              ],
              label: label('fields:record'),
            },
          ],
          label: label('tabs:general'),
        },
        {
          fields: [
            statsField({ name: 'batting', label, names: BATTING }),
            statsField({
              name: 'pitching',
              first: [
                textField({
                  name: 'inningsPitched',
                  description: 'inningsPitched',
                  label,
                  width: '25%',
                }),
              ],
              label,
              names: [...PITCHING, ...PITCHING_TOTALS],
            }),
            statsField({ name: 'fielding', label, names: FIELDING }),
            statsField({ name: 'basketball', label, names: BASKETBALL }),
            statsField({ name: 'soccer', label, names: SOCCER }),
            jsonField({ name: 'splits', description: 'splits', label }),
            jsonField({ name: 'parts', description: 'parts', label }),
            jsonField({ name: 'stats', description: 'stats', label }),
          ],
          label: label('tabs:stats'),
        },
        ...editorialTab({ name: 'note' }),
      ],
    },
  ],
})
