import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The Wi-Fi of a board: its form, the second network, and changing it by cable. */
export const wifiWords: Words['wifiWords'] = {
	ssid: 'Nome della rete',
	ssidHint: 'Le schede usano solo reti a 2,4 GHz.',
	password: 'Password',
	open: 'Vuoto per una rete aperta.',
	intoFile: 'Va nel file della scheda.',
	kept: {
		legend: 'Rete',
		mark: 'conservata da questo hub',
		other: 'Un’altra rete',
		keep: 'Conservala in questo hub per la prossima scheda',
		keepHint: 'Cifrata. Chi aggiunge schede può darla a una di esse.',
		already: (ssid) => `Questo hub conserva già ${isolate(ssid)}. Ciò che scrivi qui vale solo per questa scheda.`,
		full: (most) => `Questo hub conserva già ${most} reti: questa vale solo per questa scheda.`,
	},
	problems: {
		choose: 'Scegli una rete.',
		shortSecured: (least) => `Almeno ${least} caratteri.`,
	},

	second: {
		title: 'Seconda rete Wi-Fi',
		lead: 'Se la sua rete non funziona, la scheda usa questa. L’hub la invia con la connessione cifrata, senza riscrivere il firmware.',
		set: (ssid) => `Rete di riserva: ${isolate(ssid)}`,
		none: 'Ancora nessuna',
		save: 'Imposta seconda rete',
		change: 'Cambia',
		remove: 'Rimuovi',
		saved: (ssid) => `${isolate(ssid)} è ora la seconda rete.`,
		removed: 'La seconda rete è stata rimossa.',
	},

	usb: {
		title: 'Wi-Fi via USB',
		open: 'Dalle un altro Wi-Fi via USB',
		openHint: 'Per una scheda che ha perso il Wi-Fi: via cavo, senza riscrivere il firmware.',
		lead: 'Una scheda che ha perso il Wi-Fi ne riceve un altro via cavo. Il firmware non cambia; token e impostazioni restano.',
		connect: 'Collega via USB',
		choosing: 'Scegli la porta della scheda nella finestra del browser.',
		again: 'Collega di nuovo',
		disconnect: 'Scollega',
		over: 'La connessione è caduta: il cavo è stato staccato o un altro programma usa la porta.',
		another: (board, name) => `La scheda su questa porta è ${board}, non quella di ${isolate(name)}.`,
		change: 'Un altro Wi-Fi',
		heading: 'Dalle un altro Wi-Fi',
		how: 'Nome e password vanno alla scheda via cavo.',
		asking: 'Chiedo le reti alla scheda…',
		silent: [
			'La scheda non risponde.',
			'Forse il suo firmware non permette di impostare il Wi-Fi via cavo, oppure questa è la porta di qualcos’altro. Riavvia la scheda e chiedi di nuovo, o crea un nuovo firmware.',
		],
		askAgain: 'Chiedi di nuovo',
		scanning: 'Ricerca delle reti…',
		heard: 'Reti a portata della scheda',
		none: 'Nessuna rete trovata. Le schede di questo tipo usano solo 2,4 GHz. Puoi comunque scrivere un nome.',
		isOpen: 'aperta',
		strength: (dBm) => `${String(dBm).replace('-', '−')} dBm`,
		other: 'Un’altra rete',
		look: 'Cerca di nuovo',
		join: 'Connetti a questo Wi-Fi',
		joining: (ssid) => `Connessione a ${isolate(ssid)}… Può durare un minuto.`,
		joined: (ssid) => [`È connessa a ${isolate(ssid)}.`, 'La scheda conserva questa rete e adesso cerca questo hub.'],
		problem: (problem, trouble, ssid) => {
			if (problem === 'no-answer')
				return ['La scheda non ha comunicato l’esito.', 'Guarda il suo log qui sotto, poi riprova.'];
			if (problem === 'not-taken') return ['La scheda non l’ha accettato.', 'Riavvia la scheda, poi riprova.'];
			if (trouble === 'wifi-password')
				return [`${isolate(ssid)} non la lascia entrare.`, 'Scrivi ancora una volta la password.'];
			if (trouble === 'wifi-missing')
				return [`Non trova ${isolate(ssid)}.`, 'Il nome è scritto esattamente così, ed è una rete a 2,4 GHz?'];
			return [
				`Non è riuscita a connettersi a ${isolate(ssid)}.`,
				'La password è giusta, e la scheda è a portata della rete?',
			];
		},
		steps: {
			cable: ['Collegata via USB', 'La porta è aperta', 'Sulla porta che scegli'],
		},
	},
};
