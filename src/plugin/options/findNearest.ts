/** How many letters must be changed, added or taken away to make one text of another. */
const measureDistance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (const [column, otherLetter] of [...other].entries()) {
      next.push(
        Math.min(
          row[column]! + (letter === otherLetter ? 0 : 1),
          row[column + 1]! + 1,
          next[column]! + 1,
        ),
      )
    }
    row = next
  }
  return row.at(-1)!
}

type FindNearestArgs = { known: readonly string[]; name: string }

/** The three known names that look most like a mistyped one, the nearest first. */
export const findNearest = ({ name, known }: FindNearestArgs): string[] =>
  known
    .map((candidate) => ({
      name: candidate,
      distance: measureDistance(name.toLowerCase(), candidate.toLowerCase()),
    }))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, 3)
    .map((candidate) => candidate.name)

/** The known name that a mistyped one may have meant, in words; what there is where it is little. */
export const nameNearest = (args: FindNearestArgs): string => {
  const [nearest] = findNearest(args)
  return nearest === undefined ? 'there is none' : `the nearest is "${nearest}"`
}
