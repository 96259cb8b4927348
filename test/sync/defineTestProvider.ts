export * from '../project/defineTestProvider.js'
