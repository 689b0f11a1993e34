import type { Words } from '$lib/words/all-words.ts';

/** The page on which a device learns to trust the hub, and the card of the settings that leads there. */
export const httpsWords: Words['httpsWords'] = {
	title: 'Bezpieczne połączenie',
	lead: 'Dzięki HTTPS nikt w twojej sieci nie odczyta haseł ani nie zobaczy, co jest przełączane. Przeglądarki pozwalają wtedy także zainstalować panel jako aplikację, ustalić lokalizację i wgrywać firmware przez USB.',
	off: 'Ten hub otwiera się przez zwykłe HTTP.',
	own: 'Ten hub ma twój własny certyfikat, podany w jego konfiguracji.',
	authority: 'Ten hub ma własny urząd certyfikacji. Każde urządzenie musi mu raz zaufać.',
	address: 'Adres',
	name: 'Nazwa jego urzędu',
	fingerprint: 'Odcisk SHA-256',
	until: 'Ważny do',
	turnOn: 'Włącz HTTPS…',
	turnOff: 'Wyłącz HTTPS…',
	looking: 'Sprawdzanie…',
	otherDevices: 'Inne urządzenia',
	otherDevicesHow:
		'Zeskanuj to telefonem lub tabletem, który jeszcze nie ufa hubowi. Strona poprowadzi cię krok po kroku.',
	qr: 'Kod QR strony, która wyjaśnia, jak zaufać temu hubowi',
	addressQr: 'Kod QR bezpiecznego adresu tego huba',
	copy: 'Kopiuj adres',
	copied: 'Skopiowano adres.',
	askOn: {
		title: 'Włączyć HTTPS?',
		action: 'Włącz HTTPS',
		what: [
			{
				icon: 'exit',
				bad: true,
				title: 'Wszyscy zalogują się ponownie',
				text: 'Ty też, pod nowym adresem.',
			},
			{
				icon: 'devices',
				bad: true,
				title: 'Każdy telefon i komputer musi raz zaufać hubowi',
				text: 'Strona poprowadzi krok po kroku; to dwie minuty. Do tego czasu przeglądarka pokazuje ostrzeżenie.',
			},
			{
				icon: 'key',
				bad: true,
				title: 'Skróty i programy potrzebują nowego adresu',
				text: 'Hub nie przyjmuje już ich tokenów przez zwykłe HTTP.',
			},
			{
				icon: 'relay',
				bad: false,
				title: 'Płytki działają bez zmian',
				text: 'Ich łącze zawsze było szyfrowane.',
			},
		],
	},
	askOff: {
		title: 'Wyłączyć HTTPS?',
		action: 'Wyłącz HTTPS',
		what: [
			{
				icon: 'eye',
				bad: true,
				title: 'Inni w twojej sieci mogą podsłuchiwać',
				text: 'Hasła i polecenia są przesyłane bez szyfrowania.',
			},
			{
				icon: 'exit',
				bad: true,
				title: 'Wszyscy zalogują się ponownie',
				text: 'Pod adresem z http:// na początku.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Urządzenia nadal ufają hubowi',
				text: 'Jego urząd zostaje na czas, gdy znów włączysz HTTPS.',
			},
		],
	},
	trust: {
		title: 'Zaufaj temu hubowi',
		checking: 'Sprawdzanie, czy ta przeglądarka ufa hubowi…',
		lead: 'Ten hub tworzy własny certyfikat. Zaufaj mu raz na tym urządzeniu, a przeglądarka przestanie ostrzegać.',
		limits:
			'Może poświadczać tylko nazwy z końcówką .local lub .home.arpa i adresy w twoim domu, nigdy na przykład bank.',
		platform: 'Twoje urządzenie',
		platforms: {
			ios: 'iPhone, iPad',
			android: 'Android',
			windows: 'Windows',
			mac: 'Mac',
			linux: 'Linux, Firefox',
		},
		download: 'Pobierz certyfikat',
		compare: 'Porównaj, zanim zaufasz',
		compareHow:
			'Twoje urządzenie pokazuje odcisk. Musi być taki jak ten i taki sam jak na urządzeniu, które już ufa hubowi (Ustawienia), albo w dzienniku huba. Jeśli się różni, ktoś stoi między tobą a hubem: przerwij.',
		check: 'Sprawdź ponownie',
		notYet: 'Ta przeglądarka jeszcze nie ufa hubowi.',
		works: 'Ta przeglądarka ufa hubowi.',
		open: 'Otwórz hub bezpiecznie',
		nothing: 'Nie ma tu czemu ufać',
		nothingOff: 'HTTPS jest wyłączone. Właściciel włącza je w „Ustawieniach”.',
		nothingOwn: 'Ten hub ma certyfikat, któremu przeglądarki ufają same.',
		back: 'Otwórz hub',
		anyway: 'Przejdź dalej bez zaufania: przeglądarka będzie ostrzegać za każdym razem.',
		steps: {
			ios: [
				'Otwórz tę stronę w Safari, stuknij „Pobierz certyfikat” i zezwól na pobranie profilu.',
				'Otwórz Ustawienia. U góry jest „Pobrano profil”: stuknij tę pozycję, porównaj odcisk w „Więcej szczegółów” i stuknij „Instaluj”.',
				'W Ustawieniach otwórz „Ogólne”, „To urządzenie” (lub „Informacje”), „Ustawienia zaufania certyfikatów” i włącz przełącznik obok nazwy podanej wyżej.',
			],
			android: [
				'Stuknij „Pobierz certyfikat”. Jeśli przeglądarka zapyta, zachowaj plik.',
				'Otwórz Ustawienia i wyszukaj „Certyfikat CA” (Zabezpieczenia, Szyfrowanie i dane logowania, Zainstaluj certyfikat). Stuknij „Zainstaluj mimo to” i wybierz mooring.crt.',
				'W „Zaufane dane logowania”, „Użytkownik” stuknij nazwę podaną wyżej i porównaj odcisk.',
			],
			windows: [
				'Pobierz plik. W PowerShellu Get-FileHash mooring.crt pokazuje jego odcisk: porównaj go.',
				'Otwórz plik i wybierz „Zainstaluj certyfikat”, „Bieżący użytkownik”, „Umieść wszystkie certyfikaty w następującym magazynie”, „Zaufane główne urzędy certyfikacji”.',
				'Potwierdź ostrzeżenie o zabezpieczeniach i uruchom przeglądarkę ponownie.',
			],
			mac: [
				'Pobierz plik i otwórz go. Dostęp do pęku kluczy zapyta, dokąd go dodać: wybierz „logowanie”.',
				'Znajdź nazwę podaną wyżej w Dostępie do pęku kluczy, otwórz ją i porównaj odcisk na końcu szczegółów.',
				'W „Zaufanie” wybierz „Ufaj zawsze”, zamknij okno i podaj hasło.',
			],
			linux: [
				'Firefox: otwórz Ustawienia, „Prywatność i bezpieczeństwo”, „Wyświetl certyfikaty”, „Organy certyfikacji”, „Importuj” i wybierz mooring.crt. „Wyświetl” pokazuje odcisk: porównaj go.',
				'Zaznacz „Zaufaj temu CA przy identyfikacji witryn internetowych”.',
				'Chrome i Chromium: sha256sum mooring.crt pokazuje odcisk. Potem uruchom: certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n Mooring -i mooring.crt (pakiet libnss3-tools).',
			],
		},
	},
};
