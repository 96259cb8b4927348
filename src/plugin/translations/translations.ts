import { de } from './languages/de.js'
import { en, type Translations } from './languages/en.js'
import { es } from './languages/es.js'
import { fr } from './languages/fr.js'
import { ru } from './languages/ru.js'
import { uk } from './languages/uk.js'

/** The plugin's texts by language, as Payload's `i18n.translations` takes them. */
export const translations = { de, en, es, fr, ru, uk } satisfies Record<string, Translations>
