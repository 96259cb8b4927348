export * from '../project/createTestProvider.js'
