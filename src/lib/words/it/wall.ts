import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { at, since, to } from './when.ts';

/** The wall panel. */
export const wallWords: Words['wallWords'] = {
	title: 'Pannello a muro',
	label: (house) => `Pannello a muro di ${isolate(house)}`,
	empty: 'Ancora nulla da mostrare.',
	facts: {
		label: 'La casa adesso',
		on: 'Accesi',
		away: 'Non connessi',
		sunrise: 'Alba',
		sunset: 'Tramonto',
	},
	scenes: 'Scene',
	settings: 'Impostazioni del pannello',
	leave: 'Esci',
	unlock: 'Sblocca questo pannello a muro',
	shows: {
		label: 'Mostra',
		rooms: 'Tutte le stanze',
		favourites: 'I miei preferiti',
	},
	screen: {
		title: 'Schermo',
		states: {
			held: 'Resta acceso finché questa pagina è aperta.',
			refused:
				'Al momento il browser non lo tiene acceso, per esempio per risparmiare la batteria. Tocca il pannello per riprovare.',
			plain:
				'Questa pagina non può tenerlo acceso, perché non è arrivata via HTTPS. Imposta lo schermo sempre acceso nelle impostazioni del tablet.',
			missing: 'Questo browser non può tenerlo acceso. Imposta lo schermo sempre acceso nelle impostazioni del tablet.',
		},
	},
	night: {
		title: 'Notte',
		bySun: (from, end) => `Dopo 5 minuti senza un tocco si attenua, dal tramonto ${at(from)} all’alba ${at(end)}.`,
		byHours: (from, end) =>
			`Dopo 5 minuti senza un tocco si attenua, ${since(from)} ${to(end)}. Con un luogo nelle Impostazioni segue il sole.`,
		wake: 'Tocca per riattivare',
		lost: 'L’hub non è raggiungibile',
		more: (n) => (n === 1 ? 'e un altro' : `e altri ${n}`),
	},
	lock: {
		title: 'Blocca su soli comandi',
		lead: 'Per bambini e visitatori: questo browser mostra solo il pannello finché qualcuno non scrive il PIN.',
		pin: 'PIN',
		hint: (least, most) => `Da ${least} a ${most} cifre. Ti serve per sbloccare.`,
		act: 'Blocca',
		needed: (least, most) => `Scrivi da ${least} a ${most} cifre.`,
		done: 'Il pannello a muro è bloccato.',
	},
	unlocking: {
		title: 'Sblocca',
		act: 'Sblocca',
		forgotten: 'PIN dimenticato? Termina questa sessione in “Il tuo account” su un altro dispositivo.',
		done: 'Il pannello a muro è sbloccato.',
	},
};
