import type { Words } from '$lib/words/all-words.ts';
import { counted } from '$lib/words/format/plural.ts';

/** Signing in, and setting up a new hub. */
export const gateWords: Words['gateWords'] = {
	signIn: {
		title: 'Logowanie',
		name: 'Nazwa użytkownika',
		password: 'Hasło',
		show: 'Pokaż hasło',
		submit: 'Zaloguj się',
		locked: (why, left) => `${why} Spróbuj ponownie za ${left}.`,
		outOfReach: 'Hub jest nieosiągalny. Spróbuj ponownie za chwilę.',
		forgot: 'Nie pamiętasz hasła?',
		forgotHow:
			'Uruchom to polecenie na komputerze huba, w folderze huba. Wypisze ono nowe hasło. W Dockerze zamiast „npm run hub --” wpisz „docker compose exec mooring node dist/cli.js”.',
		forgotCommand: (name) => `npm run hub -- reset-password ${name || 'USER'}`,
	},
	setUp: {
		title: 'Konfiguracja tego huba',
		lead: 'Zostaniesz jego właścicielem.',
		code: 'Kod konfiguracji',
		codeHint:
			'Hub wypisał go przy uruchomieniu i trzyma go w pliku setup-code w swoim folderze danych. Działa tylko raz.',
		zone: (zone) =>
			`Harmonogramy będą używać strefy czasowej ${zone}, tak jak to urządzenie. Możesz to zmienić w „Ustawieniach”.`,
		submit: 'Zostań właścicielem',
		strength: (got, least) =>
			got < least
				? `Jeszcze ${counted(least - got, { one: 'znak', few: 'znaki', many: 'znaków', other: 'znaku' })}.`
				: got < 16
					? 'Wystarczająco długie. Cztery przypadkowe słowa są jeszcze lepsze.'
					: 'Silne.',
		done: 'Hub jest już skonfigurowany?',
	},
};
