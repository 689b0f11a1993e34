import type { Words } from '$lib/words/all-words.ts';

/** The page on which a device learns to trust the hub, and the card of the settings that leads there. */
export const httpsWords: Words['httpsWords'] = {
	title: 'Connessione sicura',
	lead: 'Con HTTPS nessuno sulla tua rete può leggere le password o vedere che cosa viene comandato. I browser permettono anche di installare l’app, trovare il tuo luogo e scrivere il firmware via USB.',
	off: 'Questo hub si apre via semplice HTTP.',
	own: 'Questo hub ha un tuo certificato, indicato nella sua configurazione.',
	authority: 'Questo hub ha una propria autorità di certificazione. Ogni dispositivo deve fidarsene una volta.',
	address: 'Indirizzo',
	name: 'Nome della sua autorità',
	fingerprint: 'Impronta SHA-256',
	until: 'Valido fino al',
	turnOn: 'Attiva HTTPS…',
	turnOff: 'Disattiva HTTPS…',
	looking: 'Ricerca…',
	otherDevices: 'Altri dispositivi',
	otherDevicesHow:
		'Inquadra questo codice con un telefono o tablet che non si fida ancora dell’hub. La pagina ti guida.',
	qr: 'Codice QR della pagina che spiega come fidarsi di questo hub',
	addressQr: 'Codice QR dell’indirizzo sicuro di questo hub',
	copy: 'Copia l’indirizzo',
	copied: 'L’indirizzo è stato copiato.',
	askOn: {
		title: 'Attivare HTTPS?',
		action: 'Attiva HTTPS',
		what: [
			{ icon: 'exit', bad: true, title: 'Tutti devono accedere di nuovo', text: 'Anche tu, al nuovo indirizzo.' },
			{
				icon: 'devices',
				bad: true,
				title: 'Ogni telefono e computer deve fidarsi dell’hub una volta',
				text: 'Una pagina ti guida; bastano due minuti. Fino ad allora il browser mostra un avviso.',
			},
			{
				icon: 'key',
				bad: true,
				title: 'Scorciatoie e programmi hanno bisogno del nuovo indirizzo',
				text: 'L’hub non accetta più i loro token via semplice HTTP.',
			},
			{
				icon: 'relay',
				bad: false,
				title: 'Le schede non cambiano',
				text: 'La loro connessione è sempre stata cifrata.',
			},
		],
	},
	askOff: {
		title: 'Disattivare HTTPS?',
		action: 'Disattiva HTTPS',
		what: [
			{
				icon: 'eye',
				bad: true,
				title: 'Altri sulla tua rete possono ascoltare',
				text: 'Password e comandi sono inviati in chiaro.',
			},
			{
				icon: 'exit',
				bad: true,
				title: 'Tutti devono accedere di nuovo',
				text: 'All’indirizzo che inizia con http://.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'I dispositivi continuano a fidarsi dell’hub',
				text: 'La sua autorità resta per quando riattivi HTTPS.',
			},
		],
	},
	trust: {
		title: 'Fidati di questo hub',
		checking: 'Controllo se questo browser si fida dell’hub…',
		lead: 'Questo hub crea il proprio certificato. Fidatene una volta su questo dispositivo, e il browser smette di avvisarti.',
		limits:
			'Può garantire solo per nomi che finiscono in .local o .home.arpa e per indirizzi di casa tua, mai per una banca.',
		platform: 'Il tuo dispositivo',
		platforms: {
			ios: 'iPhone, iPad',
			android: 'Android',
			windows: 'Windows',
			mac: 'Mac',
			linux: 'Linux, Firefox',
		},
		download: 'Scarica il certificato',
		compare: 'Confronta prima di fidarti',
		compareHow:
			'Il tuo dispositivo mostra un’impronta. Dev’essere questa, e uguale a quella su un dispositivo che si fida già dell’hub (Impostazioni) o nel log dell’hub. Se è diversa, qualcuno si è messo tra te e l’hub: fermati.',
		check: 'Controlla di nuovo',
		notYet: 'Questo browser non si fida ancora dell’hub.',
		works: 'Questo browser si fida dell’hub.',
		open: 'Apri l’hub in modo sicuro',
		nothing: 'Qui non serve fidarsi di nulla',
		nothingOff: 'HTTPS è disattivato. Il proprietario lo attiva nelle Impostazioni.',
		nothingOwn: 'Questo hub ha un certificato di cui i browser si fidano da soli.',
		back: 'Apri l’hub',
		anyway: 'Continua senza fidarti: il browser ti avviserà ogni volta.',
		steps: {
			ios: [
				'Apri questa pagina in Safari, tocca “Scarica il certificato” e consenti il profilo.',
				'Apri Impostazioni. In alto c’è “Profilo scaricato”: toccalo, confronta l’impronta in “Più dettagli” e tocca “Installa”.',
				'In Impostazioni apri “Generali”, “Info”, “Attendibilità certificati” e attiva l’interruttore accanto al nome qui sopra.',
			],
			android: [
				'Tocca “Scarica il certificato”. Se il browser lo chiede, conserva il file.',
				'Apri Impostazioni e cerca “certificato CA” (Sicurezza, Crittografia e credenziali, Installa un certificato). Tocca “Installa comunque” e scegli mooring.crt.',
				'In “Credenziali attendibili”, “Utente”, tocca il nome qui sopra e confronta l’impronta.',
			],
			windows: [
				'Scarica il file. In PowerShell, Get-FileHash mooring.crt mostra la sua impronta: confrontala.',
				'Apri il file e scegli “Installa certificato”, “Utente corrente”, “Colloca tutti i certificati nel seguente archivio”, “Autorità di certificazione radice attendibili”.',
				'Conferma l’avviso di sicurezza e riavvia il browser.',
			],
			mac: [
				'Scarica il file e aprilo. “Accesso Portachiavi” chiede dove metterlo: scegli “login”.',
				'Trova il nome qui sopra in “Accesso Portachiavi”, aprilo e confronta l’impronta alla fine dei dettagli.',
				'In “Attendibilità” scegli “Fidati sempre”, chiudi la finestra e inserisci la tua password.',
			],
			linux: [
				'Firefox: apri Impostazioni, “Privacy e sicurezza”, “Mostra certificati”, “Autorità”, “Importa” e scegli mooring.crt. “Visualizza” mostra l’impronta: confrontala.',
				'Spunta la casella per fidarti di questa CA per l’identificazione di siti web.',
				'Chrome e Chromium: sha256sum mooring.crt mostra l’impronta. Poi esegui: certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n Mooring -i mooring.crt (pacchetto libnss3-tools).',
			],
		},
	},
};
