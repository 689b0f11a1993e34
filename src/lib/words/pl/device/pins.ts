import type { Words } from '$lib/words/all-words.ts';

const WAITS = 'Stan niski przy włączeniu zasilania sprawia, że płytka czeka na wgranie firmware’u.';

/** Why a pin is warned about or refused, by the hub's codes. */
export const pinWords: Words['pinWords'] = {
	'input-only': 'Ten pin tylko odczytuje: nie zadziała na nim ani przekaźnik, ani czujnik.',

	log: 'Płytka zapisuje tu swój dziennik: przekaźnik klikałby przy każdym uruchomieniu.',
	'boot-log': 'Układ zapisuje tu dziennik startu: przekaźnik klikałby przy każdym uruchomieniu.',
	'usb-cable': 'Tym pinem steruje kabel USB.',
	'flash-adapter': 'Tym pinem steruje adapter, którym wgrywa się firmware.',
	'own-usb-minus': 'Własny port USB układu, D−.',
	'own-usb-minus-moves': 'Własny port USB układu, D−; zmienia stan przy włączeniu zasilania.',
	'own-usb-plus': 'Własny port USB układu, D+.',
	'own-usb-plus-pulled-up': 'Własny port USB układu, D+; podciągany przy włączeniu zasilania.',
	'free-once-flashed': 'Wolny po wgraniu firmware’u; nie da się go wtedy odczytać przez USB.',
	'free-once-flashed-mains':
		'Wolny po wgraniu firmware’u. Nigdy nie podłączaj go, gdy płytka jest pod napięciem sieciowym.',
	'second-serial': 'Nasłuchuje tu drugi port szeregowy; wolny, jeśli go nie używasz.',
	jtag: 'Przy włączeniu zasilania wybiera źródło JTAG; poza tym wolny.',
	psram:
		'W modułach z 8 MB PSRAM lub więcej (…R8) należy do pamięci: z przekaźnikiem na tym pinie płytka się zawiesza.',

	light: 'Na tym pinie jest jej dioda.',
	'board-light': 'Na tym pinie jest dioda płytki.',
	'blue-light': 'Na tym pinie jest niebieska dioda.',
	'coloured-light-1-0': 'Na tym pinie jest kolorowa dioda płytki v1.0.',
	'coloured-light-1-1': 'Na tym pinie jest kolorowa dioda płytki v1.1.',
	button:
		'Na tym pinie jest jej przycisk. Przytrzymany przy włączeniu zasilania sprawia, że płytka czeka na wgranie firmware’u.',
	'board-button': `Na tym pinie jest przycisk płytki. ${WAITS}`,
	'boot-button': 'Przycisk BOOT: stan niski przy włączeniu zasilania sprawia, że płytka czeka na wgranie firmware’u.',

	'low-waits': WAITS,
	'low-stops-start':
		'Przekaźnik, który przy włączeniu zasilania zwiera go do stanu niskiego, nie pozwala płytce się uruchomić.',
	'own-relay-waits':
		'Ten moduł ma przekaźnik na IO0. Gdy przekaźnik trzyma go w stanie niskim przy włączeniu zasilania, płytka nie uruchamia się, tylko czeka na wgranie firmware’u.',
	'must-be-high': 'Przy włączeniu zasilania wymaga stanu wysokiego.',
	'must-be-high-blue-light': 'Przy włączeniu zasilania wymaga stanu wysokiego; na tym pinie jest niebieska dioda.',
	'must-be-high-for-sensor':
		'Przy włączeniu zasilania wymaga stanu wysokiego, a na tym pinie jest niebieska dioda: użyj go do czujnika, nie do przekaźnika.',
	'must-be-high-to-start':
		'Przy włączeniu zasilania wymaga stanu wysokiego: przekaźnik, który zwiera go do stanu niskiego, nie pozwala płytce się uruchomić.',
	'must-be-high-to-flash-blue-light':
		'Przy wgrywaniu firmware’u wymaga stanu wysokiego; na tym pinie jest niebieska dioda.',
	'must-be-high-to-flash-coloured-light':
		'Przy wgrywaniu firmware’u wymaga stanu wysokiego; na tym pinie jest kolorowa dioda.',
	'must-be-low':
		'Przy włączeniu zasilania wymaga stanu niskiego: tylko dla przekaźnika, który jest wyłączony przy stanie niskim pinu.',
	'must-be-low-to-start':
		'Przy włączeniu zasilania wymaga stanu niskiego: moduł przekaźników, który go podciąga, nie pozwala płytce się uruchomić.',
	'must-be-low-to-flash':
		'Aby wgrać firmware, przy włączeniu zasilania pin musi być w stanie niskim albo niepodłączony.',
	'must-be-low-to-flash-blue-light':
		'Aby wgrać firmware, przy włączeniu zasilania pin musi być w stanie niskim albo niepodłączony; jest na nim niebieska dioda.',
	'psram-wrover': 'W modułach z PSRAM (WROVER) należy do pamięci: z przekaźnikiem na tym pinie płytka się zawiesza.',
	'flash-on-modules': 'W większości modułów należy do pamięci flash: z przekaźnikiem na tym pinie płytka się zawiesza.',
	'power-meter': 'Na tym pinie jest miernik mocy płytki.',
	'pins-on-mains':
		'Ten pin jest połączony z siecią elektryczną. Nigdy nie podłączaj go, gdy płytka jest pod napięciem sieciowym.',
	'sensor-jack': 'Na tym pinie jest gniazdo czujnika.',
	'own-button': 'Na tym pinie jest jej przycisk.',
	'wall-switch': 'Na tym pinie jest zacisk łącznika ściennego.',
	'own-relay-clicks':
		'Ta płytka ma tu przekaźnik, a przy włączeniu zasilania pin jest w stanie wysokim: przekaźnik klika przy każdym uruchomieniu.',
	'own-relay-wrong-voltage':
		'Ta płytka ma tu przekaźnik. Nie podłączaj niczego innego: stan wysoki przy włączeniu zasilania ustawia złe napięcie pamięci flash i płytka się nie uruchamia.',
	'must-be-high-to-flash': 'Przy wgrywaniu firmware’u wymaga stanu wysokiego.',
	'wrong-voltage':
		'Stan wysoki przy włączeniu zasilania ustawia złe napięcie pamięci flash i płytka się nie uruchamia.',
	'high-at-power-on':
		'Stan wysoki przy włączeniu zasilania: przekaźnik z aktywnym stanem wysokim klika przy każdym uruchomieniu.',
	'high-at-power-on-relay-1':
		'Stan wysoki przy włączeniu zasilania: przekaźnik 1 klika przy każdym uruchomieniu, chyba że jego zworka prowadzi do innego pinu.',
	'pulled-up-at-power-on':
		'Podciągany przy włączeniu zasilania: przekaźnik z aktywnym stanem wysokim klika przy każdym uruchomieniu.',
};
