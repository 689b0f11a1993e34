import type { Words } from '$lib/words/all-words.ts';
import { percent } from '$lib/words/format/numbers.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { isUnderWay } from '$lib/updates/under-way.ts';
import { at } from './when.ts';

/** under 40 characters, so that it fits on one line of a card */
const state: Words['updateWords']['state'] = ({ state, version }, away) => {
	switch (state) {
		case 'waiting':
			return away ? 'L’aggiornamento attende la scheda' : 'Attende il suo aggiornamento';
		case 'sending':
			return away ? 'In pausa, la scheda è assente' : `Aggiornamento a ${version}`;
		case 'checking':
			return `Verifica di ${version}`;
		case 'restarting':
			return `Avvio di ${version}`;
		case 'done':
			return `Aggiornata a ${version}`;
		case 'failed':
			return 'Aggiornamento non riuscito';
		case 'skipped':
			return 'Aggiornamento saltato';
	}
};

/** Firmware updates over the link. */
export const updateWords: Words['updateWords'] = {
	title: 'Aggiornamenti delle schede',
	lead: 'Una scheda dopo l’altra, con la connessione cifrata. Una scheda è pronta quando è di nuovo qui con il nuovo firmware.',
	none: 'Questo hub non ha un firmware più recente di quello delle sue schede.',
	looking: 'Ricerca di firmware più recenti…',
	from: (running, newest) => `${running} → ${newest}`,
	relayOn: 'Un relè è acceso',
	fallsBack: 'Un ESP32 torna da solo al firmware di prima se il nuovo non raggiunge questo hub.',
	noFallBack: 'Un ESP8266 non ha un secondo posto per il firmware: se è difettoso, va sostituito via cavo.',
	evenIfOn: 'Anche le schede con un relè acceso',
	evenIfOnHint: 'Altrimenti vengono saltate. Il relè resta spento mentre la scheda si riavvia, poi si riaccende.',
	choose: 'Scegli',
	all: 'Tutte',
	onlyFailed: 'Solo le non riuscite',
	noneChosen: 'Nessuna',
	chosen: (count, of) => `${count} di ${of} scelte`,
	updateAll: (count) => (count === 1 ? 'Aggiorna 1 scheda' : `Aggiorna ${count} schede`),
	stop: 'Fermati dopo questa',
	running: 'Ultimi aggiornamenti',

	offer: (newest) => `Aggiorna a ${newest}`,
	again: (newest) => `Riprova ${newest}`,
	ask: (name, { running, newest, fallsBack }, on) => ({
		title: `Aggiornare ${isolate(name)}?`,
		action: 'Aggiorna',
		what: [
			{
				icon: 'up',
				bad: false,
				title: `Da ${running} a ${newest}`,
				text: 'Con la connessione cifrata, in un minuto o due. La scheda continua a funzionare finché non avvia il nuovo firmware.',
			},
			on.length > 0
				? {
						icon: 'relay',
						bad: true,
						title: `${on.length === 1 ? 'Acceso' : 'Accesi'}: ${on.map(isolate).join(', ')}`,
						text:
							on.length === 1
								? 'Si spegne per i momenti in cui la scheda si riavvia, poi si riaccende.'
								: 'Si spengono per i momenti in cui la scheda si riavvia, poi si riaccendono.',
					}
				: { icon: 'relay', bad: false, title: 'Nessun relè si muove', text: 'Sono tutti spenti, e lo restano.' },
			fallsBack
				? {
						icon: 'undo',
						bad: false,
						title: 'Può tornare indietro',
						text: 'Se il nuovo firmware non raggiunge questo hub, la scheda torna a quello di prima.',
					}
				: {
						icon: 'usb',
						bad: true,
						title: 'Non può tornare indietro da sola',
						text: 'Un ESP8266 non ha un secondo posto per il firmware: se è difettoso, va sostituito via cavo.',
					},
			{
				icon: 'shield',
				bad: false,
				title: 'Token e impostazioni restano',
				text: 'Dopo è lo stesso dispositivo.',
			},
		],
	}),

	state,
	stateThen: (update, asOf) => (isUnderWay(update) ? `Aggiornamento in corso ${at(asOf)}` : state(update, false)),
	percent: (done) => percent(done),
};
