import { LOCALE } from '$lib/words/language.ts';

/** A word for each number that a language tells apart: "one" and "other" in English, "few" and "many" too in Polish. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const rules = new Intl.PluralRules(LOCALE);

/** The form of a word that goes with a number. */
export const plural = (n: number, forms: Forms): string => forms[rules.select(n)] ?? forms.other;

/** "1 relay", "3 relays" */
export const counted = (n: number, forms: Forms): string => `${n} ${plural(n, forms)}`;
