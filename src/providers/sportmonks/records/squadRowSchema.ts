import { z } from 'zod'

const playerSchema = z.looseObject({
  id: z.int(),
  name: z.string().nullish(),
  date_of_birth: z.string().nullish(),
  display_name: z.string().nullish(),
  firstname: z.string().nullish(),
  height: z.number().nullish(),
  image_path: z.string().nullish(),
  lastname: z.string().nullish(),
  nationality_id: z.int().nullish(),
  position_id: z.int().nullish(),
  weight: z.number().nullish(),
})

/**
 * A row of a squad: a contract, not a player. Its own id names the contract; the player comes with
 * `include=player`, and without one there is nobody to store.
 */
export const squadRowSchema = z
  .looseObject({
    id: z.int(),
    jersey_number: z.int().nullish(),
    player: playerSchema,
    player_id: z.int(),
    position_id: z.int().nullish(),
    team_id: z.int(),
  })
  .refine(({ player, player_id }) => player.id === player_id, {
    error: 'The row names another player than the one it includes.',
    path: ['player_id'],
  })
  .refine(({ player }) => Boolean(player.display_name || player.name), {
    error: 'The player has no name.',
    path: ['player', 'name'],
  })

export type SportmonksSquadRow = z.output<typeof squadRowSchema>
