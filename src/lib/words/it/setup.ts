import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { at } from './when.ts';

/** The wizard that adds a device, and the page that sets up its board. */

export const addWords: Words['addWords'] = {
	close: 'Chiudi',
	leave: {
		title: 'Uscire senza aggiungere il dispositivo?',
		action: 'Esci',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Ciò che hai scritto va perso',
				text: 'La prossima volta ricominci dal primo passo.',
			},
		],
	},
	steps: ['Scheda e nome', 'Wi-Fi', 'Relè e pin', 'Sensore', 'Fine'],
	where: (step, of) => `Passo ${step} di ${of}`,
	stepsLabel: 'Passi',
	back: 'Indietro',
	next: (step) => `Avanti: ${step}`,
	board: 'Scheda',
	chooseBoard: 'Scegli una scheda',
	searchBoard: 'Cerca schede',
	noSuchBoard: 'Nessuna scheda si chiama così. Guarda in «Altre schede»: hanno tutti i pin del loro chip.',
	changeBoard: 'Cambia',
	/** headings of the list of boards */
	families: {
		virtual: 'Virtuale',
		module: 'Schede con pin liberi',
		'relay-board': 'Schede relè',
		sonoff: 'Sonoff',
		shelly: 'Shelly',
		athom: 'Athom',
		generic: 'Altre schede',
	},
	boardHint: 'Nessuna scheda a portata di mano? Quella virtuale mostra tutto, e questo hub può simularla.',
	name: 'Nome',
	nameHint: 'Come lo chiamano tutti in casa, per esempio “Locale caldaia”.',
	wifiLead: 'La scheda si connette a questa rete. La password va nel file della scheda.',
	passwordForgotten: 'Scrivi ancora una volta la password: ricaricando la pagina va persa.',
	relay: (n) => `Relè ${n}`,
	relayName: (n) => `Relè ${n}`,
	pin: 'Pin',
	wired: (pin, activeLow) => (activeLow ? `${pin}, attivo basso` : pin),
	logic: 'Logica',
	activeHigh: 'Attivo alto',
	activeLow: 'Attivo basso',
	logicHint:
		'Attivo alto (detto anche positivo): il relè è acceso quando il suo pin è a livello alto. Attivo basso (negativo): è acceso quando il pin è a livello basso, come nella maggior parte delle schede relè.',
	logicWhy: {
		own: (activeLow) =>
			activeLow ? 'I relè di questa scheda sono attivi bassi.' : 'I relè di questa scheda sono attivi alti.',
		module: 'Qui è scelto attivo basso, perché lo sono quasi tutti i moduli relè.',
		shield:
			'Qui è scelto attivo basso, perché lo sono quasi tutti i moduli relè. Lo shield relè fatto per la D1 mini è attivo alto.',
		simulated: 'Con una scheda simulata vanno bene entrambi.',
	},
	logicLegend: (n) => `Logica del relè ${n}`,
	removeRelay: (n) => `Rimuovi relè ${n}`,
	addRelay: 'Aggiungi relè',
	noPinLeft: 'Su questa scheda non resta nessun pin adatto.',
	buttons: 'Pulsanti',
	ownButton: (pin, relay) =>
		relay
			? `Il pulsante della scheda (${pin}) comanda ${isolate(relay)}.`
			: `Il pulsante della scheda (${pin}) viene solo mostrato.`,
	ownSwitch: (pin, relay) =>
		relay
			? `Un interruttore a parete su ${pin} comanda ${isolate(relay)}.`
			: `Un interruttore a parete su ${pin} viene solo mostrato.`,
	mostRelays: (most) => `Una scheda ha al massimo ${most} relè.`,
	problems: {
		name: 'Dagli un nome.',
		relayName: 'Questo relè ha bisogno di un nome.',
		refused: (label) => `${label} non si può usare per un relè.`,
		noSensor: (label) => `${label} non si può usare per un sensore.`,
		nothing: 'Un dispositivo ha bisogno di almeno un relè o un sensore.',
	},
	boot: 'avvio',
	refused: 'rifiutato',
	bootPin: (label) => `${label} è un pin di avvio (boot strapping).`,
	warnPin: (label) => `Fai attenzione a ${label}.`,
	useInstead: (label) => `Usa invece ${label}`,
	taken: (label, by) => `${label} è già usato da ${isolate(by)}.`,
	keyRelay: 'Relè',
	keyFree: 'Libero',
	keyBoot: 'Pin di avvio: decide come si avvia la scheda',
	sensor: 'Sensore',
	noSensor: 'Nessuno',
	sensorPin: 'Pin dati',
	sensors: {
		dht22: 'DHT22: temperatura e umidità',
		ds18b20: 'DS18B20: temperatura',
		sht3x: 'SHT3x: temperatura e umidità',
		bme280: 'BME280: temperatura, umidità, pressione',
		virtual: 'Temperatura variabile',
		dht11: 'DHT11: temperatura e umidità',
		sht4x: 'SHT4x: temperatura e umidità',
		bmp280: 'BMP280: temperatura e pressione',
		bh1750: 'BH1750: luce',
	},
	finishLead:
		'Controlla ancora una volta. Un dispositivo in attesa aspetta la sua scheda fino a 24 ore e passa in “I miei dispositivi” appena si connette.',
	network: 'Wi-Fi',
	relays: 'Relè',
	nothing: 'Nessuno',
	make: 'Crea dispositivo in attesa',
};

export const setupWords: Words['setupWords'] = {
	title: 'Configura la scheda',
	claimedTitle: 'Connessa',
	waiting: 'In attesa della scheda',
	waited: (asOf) => `A che punto era ${at(asOf)}`,
	made: (code) => ['Dispositivo in attesa creato', `Il suo codice è ${code}`, ''],
	seen: ['Scheda vista', 'Ha trovato questo hub', 'Appena trova questo hub'],
	authenticated: ['Autenticata', 'La sua chiave è giusta', 'Appena la sua chiave è verificata'],
	claimed: ['Associata', 'Aggiunta a “I miei dispositivi”', 'Avviene da sé'],
	light: {
		title: 'Che cosa dice la luce della scheda',
		signs: [
			['Un lampo, pausa', 'Cerca il suo Wi-Fi.'],
			['Due lampi, pausa', 'È sul Wi-Fi e cerca l’hub.'],
			['Tre lampi, pausa', 'Ha trovato l’hub e attende di essere associata.'],
			[
				'Quattro lampi, pausa',
				'L’hub la rifiuta: è stata eliminata, il suo token revocato, o la sua chiave è scaduta.',
			],
			['Accesa per quattro secondi', 'È stata associata.'],
			['Sfarfalla', 'Riceve un nuovo firmware: non togliere la corrente.'],
			['Spenta', 'È collegata.'],
		],
	},
	leave: 'Puoi uscire da questa pagina. Il dispositivo appare da solo in “I miei dispositivi”.',
	toDevices: 'Vai a I miei dispositivi',
	play: {
		title: 'Eseguila su questo hub',
		lead: 'L’hub simula la scheda finché il suo dispositivo non viene eliminato.',
		action: 'Avvia scheda virtuale',
		running: 'È in funzione',
	},
	self: {
		title: 'Eseguila per conto tuo',
		lead: 'In un’altra finestra, o su un altro computer con questo progetto. Salva il file nella cartella del progetto, poi esegui il comando.',
	},
	expired: 'La sua chiave è scaduta',
	awaiting: 'La sua scheda attende una decisione in “Dispositivi in attesa”.',
	decide: 'Vai alla decisione',
	stepState: { done: 'Fatto', now: 'In corso', next: 'Da fare' },
	file: {
		title: 'Il file della scheda',
		lead: 'Tutto ciò che serve a questa scheda per registrarsi.',
		action: 'Scarica file di configurazione',
	},
	secret: 'Il file contiene la chiave di registrazione e, se c’è, la password del Wi-Fi. Non condividerlo.',
	command: 'Comando',
	copy: 'Copia il comando',
	copied: 'Copiato.',
	gone: 'Non è più in attesa',
	goneWhy: 'È stato associato o eliminato, oppure la sua scheda attende una decisione in “Dispositivi in attesa”.',
	done: (name) => `${isolate(name)} è in “I miei dispositivi”.`,
};
