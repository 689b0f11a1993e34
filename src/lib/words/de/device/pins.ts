import type { Words } from '$lib/words/all-words.ts';

const WAITS = 'Ist er beim Einschalten low, wartet das Board auf das Flashen.';

/** Why a pin is warned about or refused, by the hub's codes. */
export const pinWords: Words['pinWords'] = {
	'input-only': 'Dieser Pin kann nur lesen: Weder ein Relais noch ein Sensor funktioniert daran.',

	log: 'Hier schreibt das Board sein Protokoll: Ein Relais daran würde bei jedem Start klicken.',
	'boot-log': 'Hier schreibt der Chip sein Startprotokoll: Ein Relais daran würde bei jedem Start klicken.',
	'usb-cable': 'Das USB-Kabel steuert diesen Pin.',
	'flash-adapter': 'Der Adapter, mit dem es geflasht wird, steuert diesen Pin.',
	'own-usb-minus': 'Der USB-Anschluss des Chips selbst, D−.',
	'own-usb-minus-moves': 'Der USB-Anschluss des Chips selbst, D−; wechselt beim Einschalten.',
	'own-usb-plus': 'Der USB-Anschluss des Chips selbst, D+.',
	'own-usb-plus-pulled-up': 'Der USB-Anschluss des Chips selbst, D+; beim Einschalten hochgezogen.',
	'free-once-flashed': 'Frei, sobald das Board geflasht ist. Über USB ist es dann nicht lesbar.',
	'free-once-flashed-mains': 'Frei, sobald das Board geflasht ist. Verdrahte ihn nie unter Netzspannung.',
	'second-serial': 'Hier hört die zweite serielle Schnittstelle mit. Frei, wenn du sie nicht benutzt.',
	jtag: 'Bestimmt beim Einschalten, woher JTAG kommt; sonst frei.',
	psram: 'Gehört auf Modulen mit 8 MB PSRAM und mehr (…R8) zum Speicher: Mit einem Relais daran stürzt das Board ab.',

	light: 'Sein Licht liegt an diesem Pin.',
	'board-light': 'Das Licht des Boards liegt an diesem Pin.',
	'blue-light': 'Das blaue Licht liegt an diesem Pin.',
	'coloured-light-1-0': 'Das farbige Licht des Boards v1.0 liegt an diesem Pin.',
	'coloured-light-1-1': 'Das farbige Licht des Boards v1.1 liegt an diesem Pin.',
	button: 'Sein Taster liegt an diesem Pin. Ist er beim Einschalten gedrückt, wartet das Board auf das Flashen.',
	'board-button': `Der Taster des Boards liegt an diesem Pin. ${WAITS}`,
	'boot-button': 'Der BOOT-Taster: Ist er beim Einschalten low, wartet das Board auf das Flashen.',

	'low-waits': WAITS,
	'low-stops-start': 'Ein Relais, das ihn beim Einschalten auf low zieht, verhindert den Start des Boards.',
	'own-relay-waits':
		'Dieses Modul hat sein Relais an IO0. Hält das Relais ihn beim Einschalten low, wartet das Board auf das Flashen, statt zu starten.',
	'must-be-high': 'Muss beim Einschalten high sein.',
	'must-be-high-blue-light': 'Muss beim Einschalten high sein; das blaue Licht liegt an diesem Pin.',
	'must-be-high-for-sensor':
		'Muss beim Einschalten high sein, und das blaue Licht liegt an diesem Pin: Nimm ihn für einen Sensor, nicht für ein Relais.',
	'must-be-high-to-start':
		'Muss beim Einschalten high sein: Ein Relais, das ihn auf low zieht, verhindert den Start des Boards.',
	'must-be-high-to-flash-blue-light': 'Muss beim Flashen high sein; das blaue Licht liegt an diesem Pin.',
	'must-be-high-to-flash-coloured-light': 'Muss beim Flashen high sein; das farbige Licht liegt an diesem Pin.',
	'must-be-low': 'Muss beim Einschalten low sein: nur für ein Relais, das aus ist, solange der Pin low ist.',
	'must-be-low-to-start':
		'Muss beim Einschalten low sein: Eine Relaisplatine, die ihn hochzieht, verhindert den Start des Boards.',
	'must-be-low-to-flash': 'Muss beim Einschalten low oder offen sein, damit das Flashen klappt.',
	'must-be-low-to-flash-blue-light':
		'Muss beim Einschalten low oder offen sein, damit das Flashen klappt; das blaue Licht liegt an diesem Pin.',
	'psram-wrover': 'Gehört auf Modulen mit PSRAM (WROVER) zum Speicher: Mit einem Relais daran stürzt das Board ab.',
	'flash-on-modules': 'Gehört auf den meisten Modulen zum Flash: Mit einem Relais daran stürzt das Board ab.',
	'power-meter': 'Der Leistungsmesser des Boards liegt an diesem Pin.',
	'pins-on-mains': 'Dieser Pin ist mit dem Stromnetz verbunden. Verdrahte ihn nie unter Netzspannung.',
	'sensor-jack': 'Seine Buchse für einen Sensor liegt an diesem Pin.',
	'own-button': 'Sein Taster liegt an diesem Pin.',
	'wall-switch': 'Seine Klemme für einen Wandschalter liegt an diesem Pin.',
	'own-relay-clicks':
		'Dieses Board hat ein Relais an diesem Pin, und er ist beim Einschalten high: Das Relais klickt bei jedem Start.',
	'own-relay-wrong-voltage':
		'Dieses Board hat ein Relais an diesem Pin. Schließe sonst nichts an: Ist er beim Einschalten high, bekommt der Flash die falsche Spannung, und das Board startet nicht.',
	'must-be-high-to-flash': 'Muss beim Flashen high sein.',
	'wrong-voltage': 'Ist er beim Einschalten high, bekommt der Flash die falsche Spannung, und das Board startet nicht.',
	'high-at-power-on': 'Beim Einschalten high: Ein High-aktives Relais klickt bei jedem Start.',
	'high-at-power-on-relay-1':
		'Beim Einschalten high: Relais 1 klickt bei jedem Start, außer sein Jumper steckt an einem anderen Pin.',
	'pulled-up-at-power-on': 'Beim Einschalten hochgezogen: Ein High-aktives Relais klickt bei jedem Start.',
};
