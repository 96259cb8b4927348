import { lstat, mkdir } from 'node:fs/promises'

/**
 * Makes a folder below one that everybody can write to, or takes the one that is there already,
 * but only if it is ours: somebody else could have put it there to read along.
 */
export const claimFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { mode: 0o711, recursive: true })
  const stats = await lstat(folder)

  if (!stats.isDirectory() || stats.uid !== process.getuid?.()) {
    throw new Error(`${folder} belongs to somebody else. Remove it, or set DATABASE_URL.`)
  }
}
