/** "las 18:40", "la 1:05 p. m.", "el lunes", "el 30 de marzo" */
export function withArticle(moment: string): string {
	if (!/^\d+:/.test(moment)) return `el ${moment}`;
	return `${/^0?1:/.test(moment) ? 'la' : 'las'} ${moment}`;
}

/** "desde las 18:40", "desde el lunes", "desde el 30 de marzo" */
export const since = (moment: string): string => `desde ${withArticle(moment)}`;

/** "a las 18:40", "a la 1:05 p. m.", "el lunes" */
export const at = (moment: string): string => (/^\d+:/.test(moment) ? 'a ' : '') + withArticle(moment);

/** "Queda 1 h", "Quedan 12 min" */
export const left = (time: string) => `${time.startsWith('1 ') ? 'Queda' : 'Quedan'} ${time}`;
