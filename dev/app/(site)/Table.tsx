import type { Table as TableOf, TableTeam } from 'payload-plugin-sync/content/soccer'

const nameOf = (team: TableTeam): string => (typeof team === 'object' ? team.name : String(team))

/** With its sign, as wide for less as for more. */
const toDifference = (goals: number): string =>
  goals > 0 ? `+${goals}` : String(goals).replace('-', '−')

/** A league table. */
export const Table = ({ table }: { table: TableOf<TableTeam> }) => (
  <table className="league-table">
    <thead>
      <tr>
        <th aria-label="Place" scope="col" />
        <th scope="col">Team</th>
        <th scope="col">
          <abbr title="Played">P</abbr>
        </th>
        <th scope="col">
          <abbr title="Goal difference">GD</abbr>
        </th>
        <th scope="col">
          <abbr title="Points">Pts</abbr>
        </th>
      </tr>
    </thead>
    <tbody>
      {table.rows.map(({ goalDifference, played, points, position, team }) => (
        <tr key={typeof team === 'object' ? team.id : team}>
          <td>{position}</td>
          <th scope="row">{nameOf(team)}</th>
          <td>{played}</td>
          <td>{toDifference(goalDifference)}</td>
          <td>
            <strong>{points}</strong>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
