// Has the bench use what `npm run build` makes in place of the source: that is what people install.
// tsx, which runs the source, gives each closure its name as it is made, and there are many.
import { register } from 'node:module'

register('./resolve.mjs', import.meta.url)
