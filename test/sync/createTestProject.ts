export * from '../project/createTestProject.js'
