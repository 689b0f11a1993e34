/**
 * Moments after a preposition. A weekday stands in the nominative in a moment, and prepositions need the genitive; times
 * and dates stay as they are.
 */

const GENITIVES: Record<string, string> = {
	poniedziałek: 'poniedziałku',
	wtorek: 'wtorku',
	środa: 'środy',
	czwartek: 'czwartku',
	piątek: 'piątku',
	sobota: 'soboty',
	niedziela: 'niedzieli',
};
const genitive = (moment: string) => GENITIVES[moment] ?? moment;

/** "od 18:40", "od środy", "od 30 marca" */
export const since = (moment: string) => `od ${genitive(moment)}`;
/** "z 18:40", "ze środy", "z 30 marca" */
export const asOf = (moment: string) => `${moment === 'środa' ? 'ze' : 'z'} ${genitive(moment)}`;

/** A sentence with its full stop. An abbreviation such as "śr." at its end has one already. */
export const sentence = (text: string) => (text.endsWith('.') ? text : `${text}.`);
