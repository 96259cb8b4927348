export * from '../project/waitFor.js'
