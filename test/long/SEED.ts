import { readPositive } from './readPositive.js'

/** Decides all that is random in a run of the tests. Printed, so that the same can be tried again. */
export const SEED = readPositive('LONG_SEED') ?? Math.ceil(Math.random() * 2 ** 31)
