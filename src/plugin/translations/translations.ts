import { de } from './de.js'
import { en, type Translations } from './en.js'
import { es } from './es.js'
import { fr } from './fr.js'
import { ru } from './ru.js'
import { uk } from './uk.js'

/** The plugin's texts by language, as Payload's `i18n.translations` takes them. */
export const translations = { de, en, es, fr, ru, uk } satisfies Record<string, Translations>
