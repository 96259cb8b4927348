import type { Field } from 'payload'

import type { ContentCollectionConfig } from '../../../sdk/index.js'
import type { SoccerArgs } from '../SoccerArgs.js'

import { sidesColumn } from '../../../sdk/index.js'
import { LIVE_STATES } from '../admin/isGoingOn.js'
import { MATCH_EVENT_TYPES, MATCH_STATES, VAR_DECISIONS } from '../documents/index.js'
import { scoreField } from '../fields/scoreField.js'
import { slugField } from '../fields/slugField.js'
import { venueField } from '../fields/venueField.js'
import { toMatchText } from '../slugs/slugTexts.js'
import { BY_PICTURE } from './BY_PICTURE.js'

const PLACEHOLDERS = [
  { name: 'homePlaceholder', side: 'homeTeam' },
  { name: 'awayPlaceholder', side: 'awayTeam' },
] as const

const WINNERS = ['home', 'away', 'draw'] as const

export const createMatchesCollection = ({
  editorialTab,
  label,
  slugs,
  toOptions,
}: SoccerArgs): ContentCollectionConfig => ({
  admin: {
    components: { beforeListTable: ['payload-plugin-sync/content/soccer/rsc#AroundToday'] },
    defaultColumns: ['title', 'score', 'startsAt', 'league', 'round'],
    listSearchableFields: ['title', 'slug', 'externalId'],
    useAsTitle: 'title',
  },
  defaultSort: '-startsAt',
  fields: [
    {
      name: 'scoreboard',
      type: 'ui',
      admin: {
        components: { Field: 'payload-plugin-sync/content/soccer/rsc#Scoreboard' },
        disableListColumn: true,
      },
    },
    {
      type: 'tabs',
      tabs: [
        {
          fields: [
            {
              name: 'title',
              type: 'text',
              index: true,
              label: label('fields:title'),
              required: true,
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'homeTeam',
                  type: 'relationship',
                  admin: { ...BY_PICTURE, width: '50%' },
                  index: true,
                  label: label('fields:homeTeam'),
                  relationTo: slugs.teams,
                },
                {
                  name: 'awayTeam',
                  type: 'relationship',
                  admin: { ...BY_PICTURE, width: '50%' },
                  index: true,
                  label: label('fields:awayTeam'),
                  relationTo: slugs.teams,
                },
              ],
            },
            {
              type: 'row',
              fields: PLACEHOLDERS.map(({ name, side }) => ({
                name,
                type: 'text',
                // Of use only as long as nobody knows who plays.
                admin: {
                  condition: (data: Record<string, unknown>) => !data[side],
                  width: '50%',
                },
                label: label(`fields:${name}`),
              })),
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'startsAt',
                  type: 'date',
                  admin: { date: { pickerAppearance: 'dayAndTime' }, width: '40%' },
                  index: true,
                  label: label('fields:startsAt'),
                },
                {
                  name: 'state',
                  type: 'select',
                  admin: { width: '40%' },
                  index: true,
                  label: label('fields:state'),
                  options: toOptions({ group: 'matchState', values: MATCH_STATES }),
                },
                {
                  name: 'minute',
                  type: 'number',
                  admin: { width: '20%' },
                  label: label('fields:minute'),
                },
              ],
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'league',
                  type: 'relationship',
                  admin: { ...BY_PICTURE, width: '50%' },
                  index: true,
                  label: label('fields:league'),
                  relationTo: slugs.leagues,
                },
                {
                  name: 'season',
                  type: 'relationship',
                  admin: { width: '50%' },
                  index: true,
                  label: label('fields:season'),
                  relationTo: slugs.seasons,
                },
              ],
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'stage',
                  type: 'text',
                  admin: { width: '50%' },
                  index: true,
                  label: label('fields:stage'),
                },
                {
                  name: 'round',
                  type: 'text',
                  admin: { width: '50%' },
                  index: true,
                  label: label('fields:round'),
                },
              ],
            },
          ],
          label: label('tabs:match'),
        },
        {
          fields: [
            {
              type: 'row',
              fields: [
                {
                  name: 'homeScore',
                  type: 'number',
                  admin: { description: label('descriptions:score'), width: '35%' },
                  label: label('fields:homeScore'),
                },
                {
                  name: 'awayScore',
                  type: 'number',
                  admin: { description: label('descriptions:score'), width: '35%' },
                  label: label('fields:awayScore'),
                },
                {
                  name: 'winner',
                  type: 'select',
                  admin: { description: label('descriptions:winner'), width: '30%' },
                  index: true,
                  label: label('fields:winner'),
                  options: toOptions({ group: 'winner', values: WINNERS }),
                },
              ],
            },
            scoreField({ name: 'halftime', label }),
            scoreField({ name: 'fulltime', description: 'fulltime', label }),
            scoreField({ name: 'extraTime', description: 'extraTime', label }),
            scoreField({ name: 'penalties', description: 'penalties', label }),
          ],
          label: label('tabs:scores'),
        },
        {
          fields: [
            venueField({ hasCapacity: false, label }),
            {
              type: 'row',
              fields: [
                {
                  name: 'referee',
                  type: 'text',
                  admin: { width: '50%' },
                  label: label('fields:referee'),
                },
                {
                  name: 'providerStatus',
                  type: 'text',
                  admin: { description: label('descriptions:providerStatus'), width: '50%' },
                  index: true,
                  label: label('fields:providerStatus'),
                },
              ],
            },
            {
              name: 'events',
              type: 'json',
              admin: {
                description: label('descriptions:events'),
                disableListColumn: true,
                disableListFilter: true,
              },
              label: label('fields:events'),
              // For the generated types only: a `jsonSchema` would refuse what a newer provider sends.
              typescriptSchema: [() => EVENTS_SCHEMA],
            },
          ],
          label: label('tabs:details'),
        },
        ...editorialTab({ name: 'preview' }),
      ],
    },
    sidesColumn({
      name: 'score',
      label: label('fields:score'),
      sides: [
        {
          picture: 'logo',
          placeholder: 'homePlaceholder',
          relation: 'homeTeam',
          value: 'homeScore',
        },
        {
          picture: 'logo',
          placeholder: 'awayPlaceholder',
          relation: 'awayTeam',
          value: 'awayScore',
        },
      ],
      state: { field: 'state', live: LIVE_STATES, minute: 'minute' },
    }),
    slugField({ collection: slugs.matches, label, toText: toMatchText }),
  ],
})

type FieldSchema = ReturnType<
  NonNullable<Extract<Field, { type: 'json' }>['typescriptSchema']>[number]
>

/** `MatchEvent[]`, in the words of JSON schema. */
const EVENTS_SCHEMA: FieldSchema = {
  type: ['array', 'null'],
  items: {
    type: 'object',
    additionalProperties: false,
    properties: {
      type: { type: 'string', enum: [...MATCH_EVENT_TYPES] },
      comments: { type: 'string' },
      detail: { type: 'string' },
      extraMinute: { type: 'number' },
      isCancelled: { type: 'boolean', enum: [true] },
      minute: { type: ['number', 'null'] },
      player: { type: 'string' },
      relatedPlayer: { type: 'string' },
      team: { type: ['string', 'null'], enum: ['away', 'home', null] },
      varDecision: { type: 'string', enum: [...VAR_DECISIONS] },
    },
    required: ['minute', 'team', 'type'],
  },
}
