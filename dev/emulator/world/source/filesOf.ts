/**
 * Which part of the data a world is made of: `demo` (about 10,000 matches: seven European first
 * divisions of four seasons, a Champions League and a calendar-year league), `all`, or source
 * files by name without extension, such as `2024-25/en.1`.
 */
export type WorldSet = 'all' | 'demo' | { files: string[] }

/** The files of a set. Throws on a name the source does not have, listing what is near. */
export const filesOf = ({
  available,
  set,
}: {
  available: ReadonlySet<string>
  set: WorldSet
}): ReadonlySet<string> => {
  if (set === 'all') {
    return available
  }
  const files = set === 'demo' ? DEMO_FILES : set.files
  for (const file of files) {
    if (!available.has(file)) {
      const code = file.split('/').at(-1) ?? file
      const near = [...available].filter((name) => name.endsWith(`/${code}`)).join(', ')
      throw new Error(`The data has no file "${file}". Of "${code}" it has: ${near || 'nothing'}.`)
    }
  }
  return new Set(files)
}

const DEMO_FILES = [
  ...['2022-23', '2023-24', '2024-25', '2025-26'].flatMap((season) =>
    ['de.1', 'en.1', 'es.1', 'fr.1', 'it.1', 'nl.1', 'pt.1'].map((code) => `${season}/${code}`),
  ),
  '2024-25/uefa.cl',
  '2025/br.1',
]
