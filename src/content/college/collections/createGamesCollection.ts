import type { Field, GroupField } from 'payload'

import type { ContentCollectionConfig } from '../../../sdk/index.js'
import type { CollegeArgs } from '../CollegeArgs.js'

import { GAME_FLAGS, GAME_RANKS, GAME_STATES } from '../documents/index.js'
import {
  checkboxField,
  dateField,
  jsonField,
  linkField,
  numberField,
  row,
  textField,
} from '../fields/fields.js'

const WINNERS = ['home', 'away', 'draw'] as const
const HALVES = ['top', 'bottom'] as const

export const createGamesCollection = (args: CollegeArgs): ContentCollectionConfig => {
  const { editorialTab, label } = args
  return {
    admin: {
      defaultColumns: ['title', 'startsAt', 'state', 'awayScore', 'homeScore', 'hidden'],
      listSearchableFields: ['title', 'externalId'],
      useAsTitle: 'title',
    },
    defaultSort: '-startsAt',
    fields: [
      {
        type: 'tabs',
        tabs: [
          { fields: gameFields(args), label: label('tabs:game') },
          { fields: boxScoreFields(args), label: label('tabs:boxScore') },
          { fields: detailFields(args), label: label('tabs:details') },
          ...editorialTab({ name: 'recap' }),
        ],
      },
      {
        ...checkboxField({ name: 'hidden', description: 'hidden', index: true, label }),
        admin: { description: label('descriptions:hidden'), position: 'sidebar' },
        defaultValue: false,
      },
    ],
  }
}

const gameFields = ({ label, slugs, toOptions }: CollegeArgs): Field[] => [
  { ...textField({ name: 'title', index: true, label }), required: true },
  row(
    linkField({ name: 'awayTeam', label, to: slugs.collegeTeams, width: '50%' }),
    linkField({ name: 'homeTeam', label, to: slugs.collegeTeams, width: '50%' }),
  ),
  row(
    dateField({ name: 'startsAt', index: true, label, picks: 'moment', width: '40%' }),
    checkboxField({ name: 'timeIsOpen', label, width: '20%' }),
    {
      name: 'state',
      type: 'select',
      admin: { width: '40%' },
      index: true,
      label: label('fields:state'),
      options: toOptions({ group: 'gameState', values: GAME_STATES }),
    },
  ),
  row(
    numberField({ name: 'awayScore', label, width: '33%' }),
    numberField({ name: 'homeScore', label, width: '33%' }),
    {
      name: 'winner',
      type: 'select',
      admin: { description: label('descriptions:winner'), width: '34%' },
      index: true,
      label: label('fields:winner'),
      options: toOptions({ group: 'winner', values: WINNERS }),
    },
  ),
  row(
    textField({ name: 'gameTypeName', label, width: '40%' }),
    textField({ name: 'gameType', index: true, label, width: '20%' }),
    textField({ name: 'sport', index: true, label, width: '20%' }),
    textField({ name: 'seasonId', index: true, label, width: '20%' }),
  ),
]

const boxScoreFields = ({ label, toOptions }: CollegeArgs): Field[] => [
  lineField({ name: 'awayLine', label }),
  lineField({ name: 'homeLine', label }),
  {
    name: 'situation',
    type: 'group',
    admin: { condition: ({ state }) => state === 'live' || state === 'paused', hideGutter: true },
    fields: [
      row(
        numberField({ name: 'inning', label, width: '20%' }),
        {
          name: 'half',
          type: 'select',
          admin: { width: '20%' },
          label: label('fields:half'),
          options: toOptions({ group: 'half', values: HALVES }),
        },
        ...(['balls', 'strikes', 'outs'] as const).map((name) =>
          numberField({ name, label, width: '20%' }),
        ),
      ),
      row(
        ...(['batter', 'pitcher', 'first', 'second', 'third'] as const).map((name) =>
          textField({ name, label, width: '20%' }),
        ),
      ),
    ],
    label: label('fields:situation'),
  },
  row(
    numberField({ name: 'period', label, width: '50%' }),
    textField({ name: 'clock', label, width: '50%' }),
  ),
  jsonField({ name: 'lineScore', description: 'lineScore', label }),
  jsonField({ name: 'totals', description: 'totals', label }),
  jsonField({ name: 'plays', description: 'plays', label }),
  jsonField({ name: 'boxScore', description: 'boxScore', label }),
  row(
    { ...checkboxField({ name: 'boxScoreComplete', index: true, label, width: '25%' }) },
    dateField({ name: 'boxScoreCompletedAt', label, picks: 'moment', width: '25%' }),
    dateField({
      name: 'boxScoreDueAt',
      description: 'boxScoreDueAt',
      index: true,
      label,
      picks: 'moment',
      width: '25%',
    }),
    dateField({ name: 'boxScoreAsOf', label, picks: 'moment', width: '25%' }),
  ),
]

const detailFields = ({ label }: CollegeArgs): Field[] => [
  {
    name: 'venue',
    type: 'group',
    admin: { hideGutter: true },
    fields: [
      row(
        textField({ name: 'name', label, width: '50%' }),
        textField({ name: 'city', label, width: '50%' }),
      ),
      row(
        textField({ name: 'address', label, width: '50%' }),
        textField({ name: 'state', label, width: '25%' }),
        textField({ name: 'zipCode', label, width: '25%' }),
      ),
    ],
    label: label('fields:venue'),
  },
  row(
    dateField({ name: 'playedOn', label, picks: 'day', width: '25%' }),
    textField({ name: 'timeZone', label, width: '25%' }),
    textField({ name: 'duration', label, width: '25%' }),
    numberField({ name: 'attendance', label, width: '25%' }),
  ),
  row(
    numberField({ name: 'scheduledInnings', label, width: '25%' }),
    textField({ name: 'weather', label, width: '75%' }),
  ),
  { ...textField({ name: 'notes', label }) },
  jsonField({ name: 'links', label }),
  row(
    textField({ name: 'providerStatus', description: 'providerStatus', label, width: '40%' }),
    numberField({ name: 'statusCode', label, width: '20%' }),
    dateField({ name: 'providerUpdatedAt', index: true, label, picks: 'moment', width: '40%' }),
  ),
  {
    name: 'flags',
    type: 'group',
    admin: { hideGutter: true },
    fields: [row(...GAME_FLAGS.map((name) => checkboxField({ name, label, width: '25%' })))],
    label: label('fields:flags'),
  },
  {
    name: 'ranks',
    type: 'group',
    admin: { hideGutter: true },
    fields: [row(...GAME_RANKS.map((name) => numberField({ name, label, width: '25%' })))],
    label: label('fields:ranks'),
  },
]

type LineFieldArgs = { name: 'awayLine' | 'homeLine' } & Pick<CollegeArgs, 'label'>

const lineField = ({ name, label }: LineFieldArgs): GroupField => ({
  name,
  type: 'group',
  admin: { hideGutter: true },
  fields: [
    row(
      ...(['runs', 'hits', 'errors', 'leftOnBase'] as const).map((stat): Field => ({
        name: stat,
        type: 'number',
        admin: { width: '25%' },
        label: label(`stats:${stat}`),
      })),
    ),
  ],
  label: label(`fields:${name}`),
})
