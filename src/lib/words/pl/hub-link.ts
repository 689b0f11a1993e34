import type { Words } from '$lib/words/all-words.ts';
import { asOf } from './moments.ts';

const allAsOf = (time: string | undefined) => (time ? `Wszystko tutaj to stan ${asOf(time)}. ` : '');

/** Messages while the hub is out of reach, and for parts of pages that could not be loaded. */
export const linkWords: Words['linkWords'] = {
	lost: (time) => [
		'Hub jest nieosiągalny.',
		`${allAsOf(time)}Do jego powrotu nie można przełączać. Ta strona połączy się sama.`,
	],
	blocked: (time) => [
		'Brak połączenia na żywo.',
		`${allAsOf(time)}Hub odpowiada, ale jego WebSocket nie przechodzi. Ustaw reverse proxy tak, aby przepuszczało WebSocket do /socket.io/, albo otwórz bezpośredni adres huba.`,
	],
	was: (state, time) => [`OSTATNIO ${state}`, `stan ${asOf(time)}`],
	asOf: (time) => `stan ${asOf(time)}`,
	waits: 'Hub jest nieosiągalny. Ta strona wypełni się sama, gdy tylko hub wróci.',
	held: 'Hub jest nieosiągalny. Będzie to możliwe, gdy wróci.',
	notKnown: 'Nieznane bez połączenia na żywo z hubem.',
	part: 'Nie udało się wczytać tej części strony. Odśwież stronę, gdy hub wróci.',
	reload: 'Odśwież',
	newVersion: 'Hub ma nową wersję tego panelu.',
};
