import type { Words } from '$lib/words/all-words.ts';

const WAITS = 'Se è a livello basso all’accensione, la scheda attende il firmware.';

/** Why a pin is warned about or refused, by the hub's codes. */
export const pinWords: Words['pinWords'] = {
	'input-only': 'Questo pin può solo leggere: non va bene né per un relè né per un sensore.',

	// what uses it
	log: 'Qui la scheda scrive il suo log: un relè scatterebbe a ogni avvio.',
	'boot-log': 'Qui il chip scrive il log di avvio: un relè scatterebbe a ogni avvio.',
	'usb-cable': 'Il cavo USB pilota questo pin.',
	'flash-adapter': 'L’adattatore usato per scrivere il firmware pilota questo pin.',
	'own-usb-minus': 'La porta USB del chip, D−.',
	'own-usb-minus-moves': 'La porta USB del chip, D−; cambia livello all’accensione.',
	'own-usb-plus': 'La porta USB del chip, D+.',
	'own-usb-plus-pulled-up': 'La porta USB del chip, D+; tenuta alta all’accensione.',
	'free-once-flashed': 'Libero dopo la scrittura del firmware; nel frattempo non si può leggere la scheda via USB.',
	'free-once-flashed-mains':
		'Libero dopo la scrittura del firmware. Non collegarlo mai mentre la scheda è sotto tensione di rete.',
	'second-serial': 'Qui ascolta la seconda porta seriale; libero se non la usi.',
	jtag: 'All’accensione sceglie da dove arriva il JTAG; per il resto è libero.',
	psram: 'Appartiene alla memoria dei moduli con almeno 8 MB di PSRAM (…R8): con un relè qui la scheda si blocca.',

	// lights and buttons
	light: 'Su questo pin c’è la sua luce.',
	'board-light': 'Su questo pin c’è la luce della scheda.',
	'blue-light': 'Su questo pin c’è la luce blu.',
	'coloured-light-1-0': 'Su questo pin c’è la luce colorata della scheda v1.0.',
	'coloured-light-1-1': 'Su questo pin c’è la luce colorata della scheda v1.1.',
	button: 'Su questo pin c’è il suo pulsante. Se è premuto all’accensione, la scheda attende il firmware.',
	'board-button': `Su questo pin c’è il pulsante della scheda. ${WAITS}`,
	'boot-button': 'Il pulsante BOOT: se è a livello basso all’accensione, la scheda attende il firmware.',

	// what it must be, or is, at power-on
	'low-waits': WAITS,
	'low-stops-start': 'Un relè che lo porta a livello basso all’accensione impedisce alla scheda di avviarsi.',
	'own-relay-waits':
		'Questo modulo collega il suo relè a IO0. Se il relè lo tiene a livello basso all’accensione, la scheda attende il firmware invece di avviarsi.',
	'must-be-high': 'Dev’essere a livello alto all’accensione.',
	'must-be-high-blue-light': 'Dev’essere a livello alto all’accensione; su questo pin c’è la luce blu.',
	'must-be-high-for-sensor':
		'Dev’essere a livello alto all’accensione, e su questo pin c’è la luce blu: usalo per un sensore, non per un relè.',
	'must-be-high-to-start':
		'Dev’essere a livello alto all’accensione: un relè che lo porta a livello basso impedisce alla scheda di avviarsi.',
	'must-be-high-to-flash-blue-light':
		'Dev’essere a livello alto durante la scrittura del firmware; su questo pin c’è la luce blu.',
	'must-be-high-to-flash-coloured-light':
		'Dev’essere a livello alto durante la scrittura del firmware; su questo pin c’è la luce colorata.',
	'must-be-low': 'Dev’essere a livello basso all’accensione: solo per un relè che è spento quando il pin è basso.',
	'must-be-low-to-start':
		'Dev’essere a livello basso all’accensione: una scheda relè che lo tiene alto le impedisce di avviarsi.',
	'must-be-low-to-flash':
		'Dev’essere a livello basso o scollegato all’accensione, perché la scrittura del firmware funzioni.',
	'must-be-low-to-flash-blue-light':
		'Dev’essere a livello basso o scollegato all’accensione, perché la scrittura del firmware funzioni; su questo pin c’è la luce blu.',
	'psram-wrover': 'Appartiene alla memoria dei moduli con PSRAM (WROVER): con un relè qui la scheda si blocca.',
	'flash-on-modules': 'Appartiene alla memoria flash di quasi tutti i moduli: con un relè qui la scheda si blocca.',
	'power-meter': 'Su questo pin c’è il misuratore di potenza della scheda.',
	'pins-on-mains':
		'Questo pin è collegato alla rete elettrica. Non collegarlo mai mentre la scheda è sotto tensione di rete.',
	'sensor-jack': 'Su questo pin c’è la sua presa per un sensore.',
	'own-button': 'Su questo pin c’è il suo pulsante.',
	'wall-switch': 'Su questo pin c’è il suo morsetto per un interruttore a parete.',
	'own-relay-clicks':
		'Questa scheda ha qui un relè, e il pin è a livello alto all’accensione: il relè scatta a ogni avvio.',
	'own-relay-wrong-voltage':
		'Questa scheda ha qui un relè. Non collegare altro: se è a livello alto all’accensione, la memoria flash riceve la tensione sbagliata e la scheda non si avvia.',
	'must-be-high-to-flash': 'Dev’essere a livello alto durante la scrittura del firmware.',
	'wrong-voltage':
		'Se è a livello alto all’accensione, la memoria flash riceve la tensione sbagliata e la scheda non si avvia.',
	'high-at-power-on': 'A livello alto all’accensione: un relè attivo alto scatta a ogni avvio.',
	'high-at-power-on-relay-1':
		'A livello alto all’accensione: il relè 1 scatta a ogni avvio, se non sposti il suo ponticello su un altro pin.',
	'pulled-up-at-power-on': 'Tenuto alto all’accensione: un relè attivo alto scatta a ogni avvio.',
};
