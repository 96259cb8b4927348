import { de } from './de.js'
import { en } from './en.js'
import { es } from './es.js'
import { fr } from './fr.js'
import { ru } from './ru.js'
import { uk } from './uk.js'

/** What the kit says, by language. */
export const texts = { de, en, es, fr, ru, uk }
