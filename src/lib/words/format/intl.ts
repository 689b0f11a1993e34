import { formats } from './formats.svelte.ts';

/** Making a formatter takes longer than a hundred uses of it. Of each kind there are as many as there are call sites. */
type Formatter = Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat;
const made = new Map<string, Formatter>();

function keep<T extends Formatter>(kind: string, options: object, make: () => T): T {
	const key = `${kind} ${formats.current.locale} ${JSON.stringify(options)}`;
	const known = made.get(key) ?? make();
	made.set(key, known);
	return known as T;
}

/** A moment, Unix ms, in the locale in force. */
export function dateText(at: number, options: Intl.DateTimeFormatOptions): string {
	const { locale } = formats.current;
	return keep('date', options, () => new Intl.DateTimeFormat(locale, options)).format(at);
}

/** A number in the locale in force. */
export function numberText(value: number, options: Intl.NumberFormatOptions): string {
	const { locale } = formats.current;
	return keep('number', options, () => new Intl.NumberFormat(locale, options)).format(value);
}

/** "3 minutes ago", "tomorrow" */
export function relativeText(value: number, unit: Intl.RelativeTimeFormatUnit): string {
	const { locale } = formats.current;
	const options = { numeric: 'auto' } as const;
	return keep('relative', options, () => new Intl.RelativeTimeFormat(locale, options)).format(value, unit);
}

/** Options for the hour and the minute: "07:12", or "7:12 am". */
export function clockOptions(): Intl.DateTimeFormatOptions {
	return formats.current.twelveHours
		? { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' }
		: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
}
