import type { PinReason } from '$protocol/dashboard/fault-words/pin-words.ts';

const WAITS = 'Als deze pin laag is bij het inschakelen, wacht het board op flashen.';
const CLICKS = 'een actief-hoog relais klikt bij elke start.';

/** Why a pin is warned about or refused, by the hub's codes. */
export const pinWords: Record<PinReason, string> = {
	'input-only': 'Deze pin kan alleen lezen: een relais of sensor werkt er niet op.',

	// what uses it
	log: 'Het board schrijft hier zijn logboek: een relais klikt dan bij elke start.',
	'boot-log': 'De chip schrijft hier zijn opstartlogboek: een relais klikt dan bij elke start.',
	'usb-cable': 'De USB-kabel stuurt deze pin aan.',
	'flash-adapter': 'De adapter om te flashen stuurt deze pin aan.',
	'own-usb-minus': 'De eigen USB-poort van de chip, D−.',
	'own-usb-minus-moves': 'De eigen USB-poort van de chip, D−; wisselt bij het inschakelen.',
	'own-usb-plus': 'De eigen USB-poort van de chip, D+.',
	'own-usb-plus-pulled-up': 'De eigen USB-poort van de chip, D+; omhoog getrokken bij het inschakelen.',
	'free-once-flashed': 'Vrij zodra het board geflasht is; intussen kan het niet via USB worden uitgelezen.',
	'free-once-flashed-mains': 'Vrij zodra het board geflasht is. Sluit er nooit iets op aan onder netspanning.',
	'second-serial': 'De tweede seriële poort luistert hier; vrij als je die niet gebruikt.',
	jtag: 'Bepaalt bij het inschakelen waar JTAG vandaan komt; verder vrij.',
	psram: 'Hoort bij het geheugen op modules met 8 MB PSRAM of meer (…R8): met een relais erop crasht het board.',

	// lights and buttons
	light: 'Het lampje van het board zit op deze pin.',
	'board-light': 'Het lampje van het board zit op deze pin.',
	'blue-light': 'Het blauwe lampje zit op deze pin.',
	'coloured-light-1-0': 'Het gekleurde lampje van board v1.0 zit op deze pin.',
	'coloured-light-1-1': 'Het gekleurde lampje van board v1.1 zit op deze pin.',
	button:
		'De knop van het board zit op deze pin. Als die bij het inschakelen wordt ingedrukt, wacht het board op flashen.',
	'board-button': `De knop van het board zit op deze pin. ${WAITS}`,
	'boot-button': `De BOOT-knop. ${WAITS}`,

	// what it must be, or is, at power-on
	'low-waits': WAITS,
	'low-stops-start': 'Met een relais dat deze pin bij het inschakelen laag trekt, start het board niet.',
	'own-relay-waits':
		'Het relais van deze module zit op IO0. Houdt het relais de pin laag bij het inschakelen, dan wacht het board op flashen in plaats van te starten.',
	'must-be-high': 'Moet hoog zijn bij het inschakelen.',
	'must-be-high-blue-light': 'Moet hoog zijn bij het inschakelen; het blauwe lampje zit op deze pin.',
	'must-be-high-for-sensor':
		'Moet hoog zijn bij het inschakelen, en het blauwe lampje zit op deze pin: gebruik hem voor een sensor, niet voor een relais.',
	'must-be-high-to-start':
		'Moet hoog zijn bij het inschakelen: met een relais dat hem laag trekt, start het board niet.',
	'must-be-high-to-flash-blue-light': 'Moet hoog zijn bij het flashen; het blauwe lampje zit op deze pin.',
	'must-be-high-to-flash-coloured-light': 'Moet hoog zijn bij het flashen; het gekleurde lampje zit op deze pin.',
	'must-be-low': 'Moet laag zijn bij het inschakelen: alleen voor een relais dat uit is zolang de pin laag is.',
	'must-be-low-to-start':
		'Moet laag zijn bij het inschakelen: met een relaisboard dat hem omhoog trekt, start het board niet.',
	'must-be-low-to-flash': 'Moet laag of open zijn bij het inschakelen, anders lukt flashen niet.',
	'must-be-low-to-flash-blue-light':
		'Moet laag of open zijn bij het inschakelen, anders lukt flashen niet; het blauwe lampje zit op deze pin.',
	'psram-wrover': 'Hoort bij het geheugen op modules met PSRAM (WROVER): met een relais erop crasht het board.',
	'flash-on-modules': 'Hoort op de meeste modules bij het flashgeheugen: met een relais erop crasht het board.',
	'power-meter': 'De vermogensmeter van het board zit op deze pin.',
	'pins-on-mains': 'Deze pin is verbonden met het stroomnet. Sluit er nooit iets op aan onder netspanning.',
	'sensor-jack': 'De aansluiting voor een sensor zit op deze pin.',
	'own-button': 'De knop van het board zit op deze pin.',
	'wall-switch': 'De klem voor een wandschakelaar zit op deze pin.',
	'own-relay-clicks':
		'Dit board heeft hier een relais, en de pin is hoog bij het inschakelen: het relais klikt bij elke start.',
	'own-relay-wrong-voltage':
		'Dit board heeft hier een relais. Sluit niets anders aan: hoog bij het inschakelen geeft het flashgeheugen de verkeerde spanning, en dan start het board niet.',
	'must-be-high-to-flash': 'Moet hoog zijn bij het flashen.',
	'wrong-voltage':
		'Hoog bij het inschakelen geeft het flashgeheugen de verkeerde spanning, en dan start het board niet.',
	'high-at-power-on': `Hoog bij het inschakelen: ${CLICKS}`,
	'high-at-power-on-relay-1':
		'Hoog bij het inschakelen: relais 1 klikt bij elke start, tenzij de jumper naar een andere pin gaat.',
	'pulled-up-at-power-on': `Omhoog getrokken bij het inschakelen: ${CLICKS}`,
};
