import type { Words } from '$lib/words/all-words.ts';

/** Adding a board with older polling firmware. */
export const legacyWords: Words['legacyWords'] = {
	link: 'Moja płytka ma starszy firmware, który odpytuje hub',
	title: 'Starszy firmware z odpytywaniem',
	lead: 'Taka płytka pyta hub co kilka sekund i używa tokena, który można skopiować. Działa bez zmian; „Przejdź na Secure v2” jest na jej stronie.',
	steps: ['Nazwa i przekaźniki', 'Token'],
	name: 'Nazwa',
	nameHint: 'Tak, jak mówią wszyscy w domu, na przykład „Warsztat”.',
	relaysHint: 'W kolejności numerów w firmware: relay1, relay2 …',
	make: 'Utwórz token',
	made: 'Utworzono token',
	once: 'Ten token pokazujemy tylko raz.',
	onceWhy:
		'Hub przechowuje tylko jego skrót. Wpisz go teraz do firmware’u płytki; utraconego nie da się pokazać ponownie.',
	token: 'Token',
	copyToken: 'Kopiuj token',
	url: 'Płytka pyta ten adres co 5 sekund',
	copyUrl: 'Kopiuj adres',
	header: 'Albo wysyła token w nagłówku:',
	answers: 'Hub odpowiada, w jakim stanie ma być każdy przekaźnik:',
	tells: 'W tym samym zapytaniu płytka może podać swój rzeczywisty stan i odczyty:',
	tellsWhy: 'W przeciwnym razie hub zakłada, że płytka wykonała polecenie.',
	done: 'Mam go: do „Moich urządzeń”',
	problems: { name: 'Podaj nazwę.', relay: 'Ten przekaźnik potrzebuje nazwy.' },
};
