import type { ACCOUNT_FAULT_WORDS } from '$protocol/dashboard/fault-words/account-faults.ts';
import type { Words } from '$lib/words/all-words.ts';
import { counted } from '$lib/words/format/plural.ts';

/** after "za" */
function waitWords(seconds: number): string {
	if (seconds < 60) return counted(seconds, { one: 'sekundę', few: 'sekundy', many: 'sekund', other: 'sekundy' });
	return counted(Math.ceil(seconds / 60), { one: 'minutę', few: 'minuty', many: 'minut', other: 'minuty' });
}

/** What is refused about people, their sign-ins, second factors, invitations and API tokens. */
export const accountFaults: Pick<Words['faultWords'], keyof typeof ACCOUNT_FAULT_WORDS> = {
	'wrong-code': () => 'To nie jest kod konfiguracji, który wypisał hub.',
	'wrong-credentials': () => 'Błędna nazwa użytkownika lub błędne hasło.',
	'already-set-up': () => 'Ten hub ma już właściciela. Zaloguj się.',
	'name-as-password': () => 'Nazwa to nie hasło. Wybierz coś, czego inni nie znają.',
	'common-password': () => 'To jedno z haseł, które wszyscy sprawdzają najpierw. Wybierz inne.',
	'not-signed-in': () => 'Najpierw się zaloguj.',
	'not-allowed': () => 'Twoje konto nie może tego zrobić. Zapytaj właściciela huba.',
	'may-not-switch': () => 'Nie możesz tego przełączać.',
	'room-of-guests': ({ room }) =>
		`Pokój ${room} jest udostępniony gościom. Tylko właściciel może przenosić do niego lub z niego urządzenia.`,
	'not-your-pending': () => 'To oczekujące urządzenie utworzył ktoś inny.',
	'not-your-device': () => 'Z urządzeniem innej osoby może to zrobić tylko właściciel.',
	'current-password-wrong': () => 'Obecne hasło jest błędne.',
	'second-factor-needed': () => 'Wpisz kod z aplikacji uwierzytelniającej albo kod odzyskiwania.',
	'second-factor-wrong': ({ time }) =>
		`Ten kod jest błędny. Kod jest ważny pół minuty: jeśli kody wciąż nie działają, porównaj zegar telefonu z zegarem huba, który pokazuje ${time}.`,
	'second-factor-used': () => 'Ten kod został już użyty. Poczekaj na następny.',
	'second-factor-over': () =>
		'To logowanie trwało za długo, miało zbyt wiele błędnych kodów albo zaczęło się w innej sieci. Zaloguj się ponownie.',
	'second-factor-on': () => 'Drugi składnik jest już włączony.',
	'second-factor-off': () => 'Drugi składnik nie jest włączony.',
	'second-factor-not-begun': () =>
		'Ustawianie drugiego składnika trwało za długo, zaczęto je ponownie gdzie indziej albo hub uruchomił się ponownie. Zacznij od nowa.',
	'second-factor-of-none': ({ name }) => `Konto ${name} nie ma drugiego składnika.`,
	'second-factor-own': () =>
		'Własny drugi składnik wyłączysz na stronie „Twoje konto”. Jeśli nie masz kodu, uruchom na komputerze huba: npm run hub -- reset-password USER',
	'name-taken': ({ name }) => `Nazwa ${name} jest już zajęta. Wybierz inną.`,
	'renamed-too-often': () => 'Nazwa zmieniła się już kilka razy. Spróbuj ponownie za godzinę.',
	'arranged-too-often': () => 'Strona „Dom” zmieniła się już bardzo wiele razy. Spróbuj ponownie za godzinę.',
	'preferences-too-often': () => 'Preferencje zmieniły się już bardzo wiele razy. Spróbuj ponownie za godzinę.',
	'no-such-person': () => 'Tej osoby nie ma już na hubie.',
	'not-a-guest': ({ name }) => `Konto ${name} nie jest kontem gościa i widzi wszystko.`,
	'last-owner': () => 'Hub potrzebuje właściciela. Najpierw nadaj tę rolę innej osobie.',
	'not-yourself': () => 'Nie możesz usunąć własnego konta. Może to zrobić inny właściciel.',
	'no-such-invitation': () =>
		'To zaproszenie jest nieważne: zostało użyte lub wycofane albo jego czas minął. Poproś o nowe.',
	'too-many-people': ({ most }) => `Osiągnięto limit osób (${most}). Najpierw usuń kogoś.`,
	'too-many-invitations': ({ most }) => `Osiągnięto limit otwartych zaproszeń (${most}). Najpierw wycofaj jakieś.`,
	'choose-access': () => 'Wybierz co najmniej jeden pokój, urządzenie lub przekaźnik.',
	'access-over': () => 'Czas tego dostępu już minął.',
	'guest-needs-access': () => 'Wybierz, co gość może widzieć lub przełączać.',
	'no-such-session': () => 'Ta sesja już się skończyła.',
	'wall-locked': () => 'Ta przeglądarka jest zablokowanym panelem ściennym. Najpierw odblokuj ją tam kodem PIN.',
	'wall-pin-digits': ({ least, most }) => `Kod PIN ma od ${least} do ${most} cyfr.`,
	'wall-pin-wrong': () => 'Ten kod PIN jest błędny.',
	'no-such-lock-out': () => 'Ta blokada już się skończyła.',
	'wrong-api-token': () => 'Ten token API jest nieważny: ma błąd albo został zakończony. Utwórz inny na swoim koncie.',
	'api-token-over': () => 'Czas tego tokena API minął. Utwórz inny na swoim koncie.',
	'api-token-may-not': () => 'Ten token API nie może tego zrobić. Utwórz taki, który może, albo zaloguj się.',
	'no-such-api-token': () => 'Ten token API już się skończył.',
	'too-many-api-tokens': ({ most }) => `Osiągnięto limit tokenów API (${most}). Najpierw zakończ jakiś.`,
	'choose-token-parts': () => 'Wybierz co najmniej jeden przekaźnik lub scenę.',
	'token-end-wrong': ({ years }) =>
		`Wybierz koniec najpóźniej za ${counted(years, { one: 'rok', few: 'lata', many: 'lat', other: 'roku' })} albo bez końca.`,
	'too-many-failures': ({ seconds }) => `Zbyt wiele nieudanych prób. Spróbuj ponownie za ${waitWords(seconds)}.`,
	'too-many-signing-in': () => 'Zbyt wiele osób loguje się naraz. Spróbuj ponownie za sekundę.',
	'too-many-unknown-tokens': () => 'Zbyt wiele nieznanych tokenów z tego adresu. Spróbuj ponownie później.',
};
