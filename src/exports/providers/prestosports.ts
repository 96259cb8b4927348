export type {
  PrestosportsConnection,
  PrestosportsOptions,
} from '../../providers/prestosports/index.js'
export { prestosports } from '../../providers/prestosports/index.js'
