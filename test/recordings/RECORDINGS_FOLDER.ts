import { fileURLToPath } from 'node:url'

/**
 * Where recordings of real answers lie on machines that have them: beside the repository, because
 * their rights are not ours.
 */
export const RECORDINGS_FOLDER = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
