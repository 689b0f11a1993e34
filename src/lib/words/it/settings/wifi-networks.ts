import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The Wi-Fi networks that the hub keeps, on the page of its settings. */
export const networkWords: Words['networkWords'] = {
	title: 'Reti Wi-Fi',
	lead: 'Conservate per la prossima scheda, con le password cifrate. Chi aggiunge una scheda ne sceglie una e non scrive nulla.',
	looking: 'Ricerca delle reti…',
	none: 'Ancora nessuna. La prima viene conservata quando aggiungi una scheda.',
	open: 'Rete aperta',
	add: 'Aggiungi una rete',
	cancel: 'Annulla',
	save: 'Conserva',
	kept: (ssid) => `${isolate(ssid)} è conservata per la prossima scheda.`,
	full: (most) => `L’hub conserva al massimo ${most} reti.`,
	change: 'Cambia password',
	changeOf: (ssid) => `Cambia la password di ${isolate(ssid)}`,
	changed: (ssid) => `Le prossime schede ricevono la nuova password di ${isolate(ssid)}.`,
	password: 'Nuova password',
	remove: 'Rimuovi',
	removeOf: (ssid) => `Rimuovi ${isolate(ssid)}`,
	removed: (ssid) => `${isolate(ssid)} non è più conservata.`,
	askChange: (ssid) => ({
		title: `Cambiare la password di ${isolate(ssid)}?`,
		action: 'Cambia password',
		what: [
			{
				icon: 'wifi',
				bad: false,
				title: 'La ricevono le prossime schede',
				text: 'Si connettono con la nuova password.',
			},
			{
				icon: 'devices',
				bad: false,
				title: 'Le schede in uso mantengono quella vecchia',
				text: 'Se ora è sbagliata, dai loro quella nuova via USB, nella loro pagina.',
			},
		],
	}),
	askRemove: (ssid) => ({
		title: `Rimuovere ${isolate(ssid)} da questo hub?`,
		action: 'Rimuovi',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'La sua password viene eliminata',
				text: 'Per la prossima scheda andrà scritta di nuovo.',
			},
			{
				icon: 'wifi',
				bad: false,
				title: 'Le schede restano connesse',
				text: 'Quelle che l’hanno ricevuta la mantengono.',
			},
		],
	}),
};
