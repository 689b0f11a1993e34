import type { Words } from '$lib/words/all-words.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { dateOf } from '$lib/words/format/dates.ts';
import { counted } from '$lib/words/format/plural.ts';

const boards = (n: number) => counted(n, { one: 'scheda', other: 'schede' });
const devices = (n: number) => counted(n, { one: 'dispositivo', other: 'dispositivi' });

/** The firmware that the hub has ready for boards, on the page of the settings. */
export const firmwareWords: Words['firmwareWords'] = {
	title: 'Firmware',
	lead: 'Serve a programmare e aggiornare le schede. Arriva in un solo file, il pacchetto firmware.',
	looking: 'Ricerca del firmware…',
	none: 'Nessuna scheda ha ancora un firmware pronto.',
	noneThen: (file) => `Aggiungi il pacchetto di questa versione, ${file}.`,
	ready: (ready, all) => `Pronto per ${ready} su ${boards(all)}`,
	list: 'Le schede e il loro firmware',
	notReady: 'Niente di pronto',
	from: {
		folder: (version) => `${version} · messo a mano nell’hub`,
		pack: (version) => `${version} · da un pacchetto`,
		hub: (version) => `${version} · arrivato con l’hub`,
	},
	hidden: (version) => `C’è anche ${version}, ma ciò che è messo a mano viene prima.`,
	choose: 'Scegli un pacchetto firmware',
	drop: 'Oppure trascina qui il file.',
	oneFile: 'Trascina un solo file.',
	sending: 'Invio del pacchetto all’hub',
	checking: 'Controllo di ogni file',
	placing: 'Installazione',
	amount: (done, of) => `${bytesWord(done)} di ${bytesWord(of)}`,
	cancel: 'Annulla',
	stopped: 'Interrotto. Non è cambiato nulla.',
	installed: (version, n) => `Il pacchetto di Mooring ${version} è installato: ${boards(n)}.`,
	what: 'Che cosa è successo',
	boardHas: (board, version) => `${board}: ${version}`,
	unknown: (board) => `${board}: tralasciata, questo hub non la conosce.`,
	older: 'L’hub ha un altro firmware per tutte queste schede e continua a offrire quello.',
	packs: 'Pacchetti in questo hub',
	pack: (version) => `Mooring ${version}`,
	about: (at, bytes) => `Dal ${dateOf(at)} · ${bytesWord(bytes)}`,
	offered: (n, all) =>
		n === 0 ? 'Non offerto: un altro firmware viene prima.' : `Offerto per ${n} su ${boards(all)}.`,
	running: (n) => `${devices(n)} con questo firmware.`,
	kept: 'Resta finché una scheda lo usa.',
	remove: 'Rimuovi',
	removeThis: (version) => `Rimuovi il pacchetto di Mooring ${version}`,
	removed: (version) => `Il pacchetto di Mooring ${version} è stato rimosso.`,
	ask: (version, running) => ({
		title: `Rimuovere il pacchetto di Mooring ${version}?`,
		action: 'Rimuovi',
		what: [
			{
				icon: 'box',
				bad: true,
				title: 'L’hub non offre più questo firmware',
				text: 'Offre il più recente che ha ancora. Per riavere questo, aggiungi di nuovo il suo pacchetto.',
			},
			{
				icon: 'devices',
				bad: false,
				title: running === 0 ? 'Nessun dispositivo lo usa' : `Resta su ${devices(running)}`,
				text: 'Sulle schede non cambia nulla.',
			},
		],
	}),
};
