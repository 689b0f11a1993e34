import type { Words } from '$lib/words/all-words.ts';
import { counted } from '$lib/words/format/plural.ts';
import { pinWords } from './device/pins.ts';
import { accountFaults } from './fault-words/account-faults.ts';
import { imageFaults } from './fault-words/image-faults.ts';
import { packFaults } from './fault-words/pack-faults.ts';

/** The state that a relay still has when a command did not take effect. */
type Still = { still: 'on' | 'off' | 'unknown' };

const UNCHANGED = 'Przekaźniki nadal działają; nic nie zmieniono.';
const UNTOUCHED = 'Nic nie zmieniono.';
const stillWords = ({ still }: Still) =>
	still === 'unknown' ? 'Stan jest nieznany.' : `Nadal ${still === 'on' ? 'wł.' : 'wył.'}`;
const parts = { Relay: 'Przekaźnik', Input: 'Wejście', Sensor: 'Czujnik', Schedule: 'Harmonogram' };
const kinds = { relays: 'przekaźniki', inputs: 'wejścia', sensors: 'czujniki', schedules: 'harmonogramy' };

/** Everything the hub refuses or cannot do, by its code. */
export const faultWords: Words['faultWords'] = {
	...accountFaults,
	...imageFaults,
	...packFaults,

	// devices and their boards
	'no-such-device': () => 'Tego urządzenia nie ma już na hubie.',
	'no-such-relay': ({ device, relay }) => `Urządzenie ${device} nie ma przekaźnika ${relay}.`,
	'not-connected': ({ device }) => `Urządzenie ${device} nie jest połączone. Nic nie zmieniono.`,
	'not-connected-not-switched': ({ device }) => `Urządzenie ${device} nie jest połączone, więc nic nie przełączono.`,
	'not-polling-not-switched': ({ device }) => `Urządzenie ${device} dawno nie pytało huba, więc nic nie przełączono.`,
	reconnecting: ({ device }) => `Urządzenie ${device} właśnie łączy się ponownie. Spróbuj za chwilę.`,
	'token-not-used-yet': ({ device }) =>
		`Urządzenie ${device} nie użyło jeszcze pierwszego tokena. Spróbuj ponownie za chwilę.`,
	'commands-not-answered': ({ device, commands }) =>
		`Urządzenie ${device} nie odpowiedziało jeszcze na ostatnie polecenia (${commands}), więc nic nie przełączono. Spróbuj ponownie za chwilę.`,
	'commands-not-written': ({ device }) =>
		`Zbyt wiele poleceń czeka na urządzenie ${device}, więc nic nie przełączono. Spróbuj ponownie za chwilę.`,
	'no-answer': ({ seconds, still }) => `Płytka nie odpowiedziała przez ${seconds} s. ${stillWords({ still })}`,
	'link-lost': (relay) => `Łącze z płytką zostało zerwane, zanim odpowiedziała. ${stillWords(relay)}`,
	refused: (relay) => `Płytka tego nie wykonała albo nowsze polecenie zajęło miejsce tego. ${stillWords(relay)}`,
	'changed-meanwhile': ({ device }) =>
		`Urządzenie ${device} zostało w międzyczasie zmienione. Sprawdź jego obecny stan i spróbuj ponownie.`,
	legacy: ({ device }) =>
		`Urządzenie ${device} ma starszy firmware, który tego nie potrafi. Najpierw przejdź na Secure v2.`,
	'legacy-names-only': ({ device }) =>
		`Urządzenie ${device} ma starszy firmware: można zmieniać tylko nazwy. Najpierw przejdź na Secure v2.`,
	'revoked-already': ({ device }) => `Token urządzenia ${device} jest już unieważniony.`,
	revoked: ({ device }) => `Token urządzenia ${device} został unieważniony. Wgraj płytce nowy firmware.`,
	'unknown-token': () =>
		'Żadne urządzenie tego huba nie ma tego tokena: zostało usunięte lub przeszło na Secure v2 albo w tokenie jest błąd.',
	'too-many-legacy': ({ most }) => `Osiągnięto limit urządzeń ze starszym firmware’em (${most}).`,
	'not-a-played-switch': () =>
		'Tutaj możesz używać tylko przełączników ściennych wirtualnych płytek, które symuluje ten hub.',

	// pending devices and claiming
	'no-such-pending': () => 'Tego oczekującego urządzenia już nie ma.',
	'already-claimed': ({ device }) => `Urządzenie ${device} zostało już przyjęte.`,
	'no-such-conflict': () => 'Ta płytka nie czeka już na przyjęcie.',
	'board-left': () => 'Płytka straciła połączenie. Połączy się sama; wtedy spróbuj ponownie.',
	'being-claimed': () => 'Ktoś właśnie przyjmuje tę płytkę.',
	'claimed-meanwhile': () => 'Nie udało się przyjąć płytki: jej klucz został w międzyczasie wykorzystany lub usunięty.',
	'claim-not-answered': () => 'Płytka nie odpowiedziała. Wróci sama; wtedy spróbuj ponownie.',
	'too-many-pending': ({ most }) => `Osiągnięto limit oczekujących urządzeń (${most}). Najpierw usuń kilka.`,
	'too-many-played': ({ most }) =>
		`Ten hub symuluje już najwięcej wirtualnych płytek, ile może (${most}). Usuń jedną z nich albo uruchom tę samodzielnie.`,
	'not-virtual': () => 'Hub może symulować tylko wirtualne płytki.',
	'key-expired': ({ device }) =>
		`Klucz urządzenia ${device} stracił ważność. Utwórz nowy klucz; plan zostaje zachowany.`,
	'wifi-impossible': ({ device }) =>
		`Żadna płytka nie może użyć sieci Wi-Fi podanej dla urządzenia ${device}. Usuń to oczekujące urządzenie i dodaj je ponownie z inną siecią Wi-Fi.`,
	'other-kind-of-board': () =>
		'To urządzenie ma płytkę innego rodzaju. Dodaj nową płytkę jako nowe urządzenie, a przy przyjmowaniu zastąp nią to urządzenie.',

	// what a board is to do
	'no-such-board': ({ board }) => `W katalogu nie ma płytki „${board}”.`,
	'needs-wifi': ({ board }) => `Płytka ${board} potrzebuje nazwy twojej sieci Wi-Fi.`,
	'needs-a-part': () => 'Urządzenie potrzebuje co najmniej jednego przekaźnika, czujnika, kontaktu lub czujnika ruchu.',
	'needs-wiring': () => 'Podaj, gdzie są podłączone przekaźniki.',
	'no-such-pin': ({ board, gpio }) => `Płytka ${board} nie ma pinu GPIO ${gpio}.`,
	'pin-refused': ({ pin, reason }) => `Pinu ${pin} nie można użyć: ${pinWords[reason] ?? reason}`,
	'pin-not-for-sensors': ({ pin }) => `Pinu ${pin} nie można użyć dla czujnika: układ nie ma na nim pull-up.`,
	'pin-has-no-pull-up': ({ pin }) =>
		`Układ nie ma pull-up na pinie ${pin}. Bez własnego rezystora (10 kΩ do 3,3 V) przełącznik przełączałby się sam; z rezystorem wyłącz pull-up układu.`,
	'pin-in-use': ({ pin, by }) => `Pin ${pin} jest już zajęty: ${by ?? 'drugi czujnik'}.`,
	'choose-relay': ({ input }) => `Wybierz przekaźnik dla wejścia ${input}.`,
	'choose-scheduled-relay': () => 'Wybierz przekaźnik, który przełącza ten harmonogram.',
	'choose-sensor-pin': () => 'Wybierz pin czujnika.',
	'sensors-not-told-apart': ({ pin }) => `Na pinie ${pin} jest kilka czujników: wybierz dla każdego, który to.`,
	'sensor-not-read': ({ board }) => `Płytka ${board} nie odczyta tego czujnika.`,
	'too-many-for-board': ({ device, part, most }) =>
		`Urządzenie ${device} ma miejsce na tyle: ${most} (${kinds[part]}). ${UNTOUCHED}`,
	'sensor-needs-newer-firmware': ({ device }) =>
		`Oprogramowanie urządzenia ${device} nie odczyta tego czujnika. Najpierw zaktualizuj urządzenie.`,
	'too-much-for-board': ({ device }) =>
		`Urządzenie ${device} nie ma na to miejsca. Usuń jakiś harmonogram albo jego pauzę. ${UNTOUCHED}`,
	'no-such-schedule': ({ device }) => `Urządzenie ${device} nie ma już tego harmonogramu.`,
	'sun-needs-place': () => 'Wschód i zachód słońca wymagają twojej lokalizacji: podaj ją najpierw w „Ustawieniach”.',
	'id-twice': ({ part, id }) => `${parts[part]} ${id}: podano dwa razy.`,

	// Wi-Fi networks that the hub keeps
	'no-such-network': () => 'Hub nie pamięta już tej sieci Wi-Fi.',
	'network-kept-already': ({ network }) =>
		`Hub pamięta już sieć ${network} z innym hasłem. Właściciel może je zmienić w „Ustawieniach”.`,
	'too-many-networks': ({ most }) =>
		`Osiągnięto limit zapamiętanych sieci Wi-Fi (${most}). Najpierw usuń jedną w „Ustawieniach”.`,
	'network-unreadable': ({ network }) => `Nie można już odczytać hasła sieci ${network}. Zmień je w „Ustawieniach”.`,

	// scenes, updates, settings
	'no-such-scene': () => 'Tej sceny już nie ma.',
	'too-many-scenes': ({ most }) => `Osiągnięto limit scen (${most}). Najpierw usuń kilka.`,
	'say-on-or-off': ({ scene }) => `Podaj, czy grupę ${scene} włączyć, czy wyłączyć.`,
	'scene-decides': ({ scene }) => `${scene} to scena: każdy przekaźnik przyjmuje w niej własny stan.`,
	'relay-twice': ({ relay }) => `Przekaźnik ${relay} jest w scenie dwa razy.`,
	'no-image-any-more': () => 'Ten hub nie ma już dla tego urządzenia firmware’u.',
	'image-unreadable': () => 'Nie udało się odczytać obrazu firmware’u. Przyczyna jest w dzienniku huba.',
	'newer-already': () => 'Urządzenie ma już nowszy firmware.',
	'relay-is-on': () => 'Jeden z przekaźników jest włączony.',
	'other-update-failed': ({ device }) => `Nie rozpoczęto, bo aktualizacja urządzenia ${device} się nie udała.`,
	'update-stopped': () => 'Aktualizacja została zatrzymana.',
	'board-says': ({ words }) => words,
	'update-not-taken': () => 'Płytka nie przyjęła aktualizacji.',
	'update-not-taken-on': () => 'Płytka przestała przyjmować aktualizację.',
	'update-begun-in-vain': ({ times }) =>
		`Płytka wróciła ${counted(times, { one: 'raz', few: 'razy', many: 'razy', other: 'raza' })} i nie przyjęła nic więcej z aktualizacji.`,
	'update-asked-again': () => 'Płytka wciąż prosi o części aktualizacji, które już ma.',
	'update-too-slow': ({ minutes }) =>
		`Płytka nie odebrała całej aktualizacji przez ${counted(minutes, { one: 'minutę', few: 'minuty', many: 'minut', other: 'minuty' })}.`,
	'update-checked-too-early': () => 'Płytka zgłosiła sprawdzenie aktualizacji, zanim miała ją całą.',
	'update-too-much-taken': () => 'Płytka zgłosiła więcej danych, niż ma aktualizacja.',
	'update-board-not-back': () => 'Płytka nie wróciła po uruchomieniu nowego firmware’u.',
	'update-fell-back': ({ firmware }) =>
		`Płytka wróciła ze starszym firmware’em${firmware === null ? '' : `, ${firmware}`}.`,
	'nothing-to-update': () => 'Nie ma do tego nowszego firmware’u.',
	'no-such-time-zone': ({ timeZone }) => `Nie ma strefy czasowej „${timeZone}”. Użyj nazwy takiej jak Europe/Warsaw.`,

	// forms
	'name-needed': () => 'Podaj nazwę.',
	'user-name-needed': () => 'Podaj nazwę użytkownika.',
	'password-needed': () => 'Podaj hasło.',
	'too-short': ({ least }) => `Minimalna liczba znaków: ${least}.`,
	'too-long': ({ most }) => `Maksymalna liczba znaków: ${most}.`,
	'needs-relay': () => 'Urządzenie potrzebuje co najmniej jednego przekaźnika.',
	'choose-scene-relays': () => 'Wybierz co najmniej jeden przekaźnik.',
	'choose-days': () => 'Wybierz co najmniej jeden dzień.',
	'no-moment': () => 'To nie jest data z godziną.',
	'moment-out-of-range': ({ years }) =>
		`Wybierz moment od teraz, najpóźniej za ${counted(years, { one: 'rok', few: 'lata', many: 'lat', other: 'roku' })}.`,
	'ends-before-it-begins': () => 'Koniec musi być po początku.',
	'no-time-of-day': () => 'To nie jest godzina.',
	'no-mac': () => 'MAC to 12 cyfr szesnastkowych, wielkimi literami.',
	'wifi-name-needed': () => 'Sieć potrzebuje nazwy.',
	'wifi-name-too-long': ({ most }) =>
		`Maksymalna liczba bajtów: ${most}. Polskie litery i emoji liczą się więcej niż raz.`,
	'wifi-name-has-zero': () => 'Nazwa sieci nie może zawierać bajtu zerowego.',
	'wifi-password-too-short': ({ least }) => `Minimalna liczba znaków: ${least}, a w otwartej sieci zostaw puste.`,
	'wifi-password-too-long': ({ most, digits }) =>
		`Najwyżej tyle bajtów: ${most}. Albo klucz szesnastkowy z tyloma cyframi: ${digits}.`,
	'wifi-password-has-zero': () => 'Hasło nie może zawierać bajtu zerowego.',

	// notices
	'copy-refused': ({ device, mac, address }) =>
		`Kopia urządzenia ${device} próbowała się połączyć (${mac}, ${address}). Dostała odmowę.`,
	'not-set-up-in-time': ({ device }) => `Urządzenia ${device} nie skonfigurowano na czas: jego klucz stracił ważność.`,

	// backup and restore
	'backup-running': () => 'Kopia zapasowa już się tworzy. Spróbuj ponownie, gdy będzie gotowa.',
	'passphrase-needed': () => 'Podaj hasło pliku.',
	'no-backup-folder': ({ folder }) => `Nie ma folderu ${folder}, w którym miałaby powstać kopia zapasowa.`,
	'backup-exists': ({ file }) => `Plik ${file} już istnieje. Wybierz inną nazwę.`,
	'no-backup-file': ({ file }) => `Nie można odczytać pliku ${file}.`,
	'backup-too-large': ({ most }) => `Kopia zapasowa może mieć najwyżej ${most} MB. ${UNTOUCHED}`,
	'not-a-backup': () => `Ten plik nie jest kopią zapasową huba Mooring. ${UNTOUCHED}`,
	'not-by-passphrase': () => `Ten plik jest zaszyfrowany, ale nie hasłem, tak jak kopia zapasowa huba. ${UNTOUCHED}`,
	'wrong-passphrase': () => `To hasło nie otwiera tej kopii zapasowej. ${UNTOUCHED}`,
	'backup-damaged': () => `Kopia zapasowa jest ucięta lub uszkodzona. ${UNTOUCHED}`,
	'no-memory': ({ megabytes }) =>
		`Na hasło tej kopii zapasowej brakuje na chwilę ${megabytes} MB pamięci. Spróbuj później lub na większym komputerze. ${UNTOUCHED}`,
	'backup-of-another-program': () => `Hasło jest poprawne, ale plik utworzył inny program. ${UNTOUCHED}`,
	'backup-newer': ({ version, own }) =>
		`Kopię zapasową utworzył Mooring ${version}, nowszy niż ${own} na tym hubie. Najpierw zaktualizuj ten hub. ${UNTOUCHED}`,
	'backup-has-more': ({ entry }) => `Kopia zapasowa zawiera „${entry}”, co do niej nie należy. ${UNTOUCHED}`,
	'backup-database-damaged': () => `Baza danych w kopii zapasowej jest uszkodzona. ${UNTOUCHED}`,
	'backup-database-changed': ({ what }) =>
		`Baza danych w kopii zapasowej nie jest taka, jaką tworzy Mooring: ${what}. ${UNTOUCHED}`,
	'upload-cut': () => `Plik nie dotarł w całości. Spróbuj ponownie. ${UNTOUCHED}`,
	'restore-over': () => `Hub nic już nie wie o tym przywracaniu. Wybierz plik ponownie. ${UNTOUCHED}`,
	'restore-running': () => 'Na tym hubie trwa już przywracanie kopii zapasowej. Poczekaj, aż się skończy.',
	'backup-key-damaged': () => `Klucz lub ID huba w kopii zapasowej jest uszkodzone. ${UNTOUCHED}`,
	'hub-is-running': ({ folder }) =>
		`W folderze ${folder} działa hub albo inny program zablokował jego bazę danych. Najpierw go zatrzymaj. ${UNTOUCHED}`,
	'folder-has-owner': ({ folder }) =>
		`Hub w folderze ${folder} ma już właściciela. Aby zastąpić go kopią zapasową, dodaj --replace; stary hub zostanie w folderze before-restore-…. ${UNTOUCHED}`,

	// HTTPS
	'https-only': ({ address }) => `Ten hub otwiera się tylko przez HTTPS: ${address}.`,
	'https-by-configuration': () =>
		'HTTPS używa twojego własnego certyfikatu, podanego w konfiguracji huba, więc nie można tego tu zmienić.',
	'https-port-taken': ({ port }) =>
		`Port ${port} dla HTTPS jest zajęty albo nie wolno go otworzyć. Ustaw MOORING_HTTPS_PORT na inny i uruchom hub ponownie. ${UNTOUCHED}`,

	// requests and commands
	'no-json': () => 'Treść nie jest poprawnym JSON.',
	'send-json': () => 'Wyślij treść jako application/json.',
	'broken-text': () => 'Tekst nie może zawierać znaku U+0000 ani połowy znaku.',
	'body-too-large': ({ most }) => `Treść może mieć najwyżej ${most} KiB.`,
	'from-another-page': () => 'To żądanie przyszło z innej strony internetowej.',
	'needs-origin': () => 'Zmiana z ciasteczkiem sesji wymaga nagłówka Origin, który wskazuje ten hub.',
	'no-such-command': ({ commands }) => `Nie ma takiego polecenia. Dostępne: ${commands}.`,
	'one-body': () => 'Polecenie ma jedną treść, a po niej funkcję potwierdzenia.',
	'asks-too-often': () => 'Ten panel pyta zbyt często. Spróbuj ponownie za kilka sekund.',
	'polls-too-often': () => 'Ta płytka pyta zbyt często. Wystarczy raz na kilka sekund.',
	'needs-token': () => 'Wyślij token urządzenia: ?token=… albo nagłówek X-Device-Token.',
	busy: () => 'Hub jest zajęty innymi żądaniami. Spróbuj ponownie.',
	'busy-exporting': () => 'Hub zapisuje inne eksporty. Spróbuj ponownie za chwilę.',
	'board-not-in-catalogue': () => 'Tej płytki nie ma już w katalogu.',
	internal: () => 'Hub nie mógł tego zrobić. Przyczyna jest w jego dzienniku.',
	'disk-full': () => `Dysk huba jest pełny. ${UNCHANGED}`,
	'database-locked': () =>
		`Baza danych huba jest zajęta albo zablokował ją inny program. Spróbuj ponownie za chwilę. ${UNCHANGED}`,
	'disk-unwritable': () =>
		'Nie można zapisywać na dysku huba. Przekaźniki nadal działają. Sprawdź później, czy ta zmiana została zapisana.',
	'database-damaged': () =>
		`Baza danych huba jest uszkodzona. ${UNCHANGED} Zatrzymaj hub i przywróć kopię zapasową: npm run hub -- restore --replace FILE`,
};
