import { formats } from './formats.svelte.ts';
import { clockOptions } from './intl.ts';

/** The time on a large clock: "7:12", and "AM" where a day has two times twelve hours, otherwise ''. */
export function clockFace(at: number): [time: string, half: string] {
	const parts = new Intl.DateTimeFormat(formats.current.locale, clockOptions()).formatToParts(at);
	const isHalf = ({ type }: Intl.DateTimeFormatPart) => type === 'dayPeriod';
	const time = parts.flatMap((part) => (isHalf(part) ? [] : [part.value]));
	return [time.join('').trim(), parts.find(isHalf)?.value ?? ''];
}
