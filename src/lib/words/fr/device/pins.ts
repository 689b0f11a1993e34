import type { Words } from '$lib/words/all-words.ts';
import type { PinReason } from '$protocol/dashboard/fault-words/pin-words.ts';

const WAITS = 'À l’état bas à la mise sous tension, la carte attend d’être flashée.';

const reasons: Record<PinReason, string> = {
	'input-only': 'Cette broche ne peut que lire : ni un relais ni un capteur n’y fonctionne.',

	log: 'La carte écrit son journal ici : un relais y claquerait à chaque démarrage.',
	'boot-log': 'La puce écrit son journal de démarrage ici : un relais y claquerait à chaque démarrage.',
	'usb-cable': 'Le câble USB pilote cette broche.',
	'flash-adapter': 'L’adaptateur qui sert à flasher pilote cette broche.',
	'own-usb-minus': 'Le port USB de la puce elle-même, D−.',
	'own-usb-minus-moves': 'Le port USB de la puce elle-même, D− ; change à la mise sous tension.',
	'own-usb-plus': 'Le port USB de la puce elle-même, D+.',
	'own-usb-plus-pulled-up': 'Le port USB de la puce elle-même, D+ ; tirée vers le haut à la mise sous tension.',
	'free-once-flashed': 'Libre une fois la carte flashée ; la lecture par USB est alors impossible.',
	'free-once-flashed-mains': 'Libre une fois la carte flashée. Ne la câblez jamais sous tension secteur.',
	'second-serial': 'Le second port série écoute ici ; libre si vous ne l’utilisez pas.',
	jtag: 'Choisit à la mise sous tension d’où vient JTAG ; libre sinon.',
	psram:
		'Appartient à la mémoire des modules avec 8 Mo de PSRAM ou plus (…R8) : la carte plante si un relais y est relié.',

	light: 'Son voyant est sur cette broche.',
	'board-light': 'Le voyant de la carte est sur cette broche.',
	'blue-light': 'Le voyant bleu est sur cette broche.',
	'coloured-light-1-0': 'Le voyant couleur de la carte v1.0 est sur cette broche.',
	'coloured-light-1-1': 'Le voyant couleur de la carte v1.1 est sur cette broche.',
	button: 'Son bouton est sur cette broche. S’il est enfoncé à la mise sous tension, la carte attend d’être flashée.',
	'board-button': `Le bouton de la carte est sur cette broche. ${WAITS}`,
	'boot-button': `Le bouton BOOT. ${WAITS}`,

	'low-waits': WAITS,
	'low-stops-start': 'Un relais qui la tire vers le bas à la mise sous tension empêche la carte de démarrer.',
	'own-relay-waits':
		'Ce module relie son relais à IO0. Tant que le relais la tient à l’état bas à la mise sous tension, la carte attend d’être flashée au lieu de démarrer.',
	'must-be-high': 'Doit être à l’état haut à la mise sous tension.',
	'must-be-high-blue-light': 'Doit être à l’état haut à la mise sous tension ; le voyant bleu est sur cette broche.',
	'must-be-high-for-sensor':
		'Doit être à l’état haut à la mise sous tension, et le voyant bleu est sur cette broche : utilisez-la pour un capteur, pas pour un relais.',
	'must-be-high-to-start':
		'Doit être à l’état haut à la mise sous tension : un relais qui la tire vers le bas empêche la carte de démarrer.',
	'must-be-high-to-flash-blue-light': 'Doit être à l’état haut pour flasher ; le voyant bleu est sur cette broche.',
	'must-be-high-to-flash-coloured-light':
		'Doit être à l’état haut pour flasher ; le voyant couleur est sur cette broche.',
	'must-be-low':
		'Doit être à l’état bas à la mise sous tension : seulement pour un relais éteint quand la broche est à l’état bas.',
	'must-be-low-to-start':
		'Doit être à l’état bas à la mise sous tension : une carte de relais qui la tire vers le haut empêche la carte de démarrer.',
	'must-be-low-to-flash': 'Doit être à l’état bas ou libre à la mise sous tension pour pouvoir flasher.',
	'must-be-low-to-flash-blue-light':
		'Doit être à l’état bas ou libre à la mise sous tension pour pouvoir flasher ; le voyant bleu est sur cette broche.',
	'psram-wrover': 'Appartient à la mémoire des modules avec PSRAM (WROVER) : la carte plante si un relais y est relié.',
	'flash-on-modules':
		'Appartient à la mémoire flash de la plupart des modules : la carte plante si un relais y est relié.',
	'power-meter': 'Le compteur d’énergie de la carte est sur cette broche.',
	'pins-on-mains': 'Cette broche est reliée au secteur. Ne la câblez jamais sous tension secteur.',
	'sensor-jack': 'Sa prise pour un capteur est sur cette broche.',
	'own-button': 'Son bouton est sur cette broche.',
	'wall-switch': 'Sa borne pour un interrupteur mural est sur cette broche.',
	'own-relay-clicks':
		'Cette carte y relie un relais, et elle est à l’état haut à la mise sous tension : le relais claque à chaque démarrage.',
	'own-relay-wrong-voltage':
		'Cette carte y relie un relais. N’y branchez rien d’autre : à l’état haut à la mise sous tension, elle règle la mémoire flash sur une mauvaise tension, et la carte ne démarre pas.',
	'must-be-high-to-flash': 'Doit être à l’état haut pour flasher.',
	'wrong-voltage':
		'À l’état haut à la mise sous tension, elle règle la mémoire flash sur une mauvaise tension, et la carte ne démarre pas.',
	'high-at-power-on': 'À l’état haut à la mise sous tension : un relais actif à l’état haut claque à chaque démarrage.',
	'high-at-power-on-relay-1':
		'À l’état haut à la mise sous tension : le relais 1 claque à chaque démarrage, sauf si son cavalier va à une autre broche.',
	'pulled-up-at-power-on':
		'Tirée vers le haut à la mise sous tension : un relais actif à l’état haut claque à chaque démarrage.',
};

/** Why a pin is warned about or refused, by the hub's codes. */
export const pinWords: Words['pinWords'] = reasons;
