/** "30 mars", "12 janv. 11:40": only dates take an article; times and weekdays do not. */
const DATE = /^\d+(er)?\s\p{L}{3}/u;
const isDate = (text: string) => DATE.test(text);

/** "depuis le 30 mars", "depuis lundi", "depuis 07:12" */
export const since = (text: string) => (isDate(text) ? `depuis le ${text}` : `depuis ${text}`);
/** "jusqu’au 30 mars", "jusqu’à lundi", "jusqu’à 07:12" */
export const until = (text: string) => (isDate(text) ? `jusqu’au ${text}` : `jusqu’à ${text}`);
/** "le 30 mars", "demain à 07:12" */
export const onDay = (text: string) => (isDate(text) ? `le ${text}` : text);
