import type { Field, GroupField } from 'payload'

import type { SoccerArgs } from '../SoccerArgs.js'

type VenueFieldArgs = {
  /** A team's ground has a capacity; where one match is played has none of its own. */
  hasCapacity: boolean
} & Pick<SoccerArgs, 'label'>

export const venueField = ({ hasCapacity, label }: VenueFieldArgs): GroupField => {
  const capacity: Field = {
    name: 'capacity',
    type: 'number',
    admin: { width: '20%' },
    label: label('fields:capacity'),
  }

  return {
    name: 'venue',
    type: 'group',
    admin: { hideGutter: true },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'name', type: 'text', admin: { width: '40%' }, label: label('fields:name') },
          { name: 'city', type: 'text', admin: { width: '40%' }, label: label('fields:city') },
          ...(hasCapacity ? [capacity] : []),
        ],
      },
    ],
    label: label('fields:venue'),
  }
}
