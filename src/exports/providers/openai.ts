export * from '../../providers/openai/index.js'
