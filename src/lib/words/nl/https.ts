import type { Words } from '$lib/words/all-words.ts';

/** The page on which a device learns to trust the hub, and the card of the settings that leads there. */
export const httpsWords: Words['httpsWords'] = {
	title: 'Beveiligde verbinding',
	lead: 'Met HTTPS kan niemand in je netwerk wachtwoorden meelezen of zien wat er wordt geschakeld. Browsers staan dan ook toe dat je dit als app installeert, je locatie opvraagt en via USB flasht.',
	off: 'Deze hub wordt via gewoon HTTP geopend.',
	own: 'Deze hub heeft een eigen certificaat van jou, genoemd in zijn configuratie.',
	authority: 'Deze hub heeft zijn eigen certificaatautoriteit. Elk apparaat moet die één keer vertrouwen.',
	address: 'Adres',
	name: 'Naam van de autoriteit',
	fingerprint: 'SHA-256-vingerafdruk',
	until: 'Geldig tot',
	turnOn: 'HTTPS aanzetten…',
	turnOff: 'HTTPS uitzetten…',
	looking: 'Wordt opgezocht…',
	otherDevices: 'Andere apparaten',
	otherDevicesHow:
		'Scan dit met een telefoon of tablet die de hub nog niet vertrouwt. De pagina helpt je stap voor stap.',
	qr: 'QR-code van de pagina die uitlegt hoe je deze hub vertrouwt',
	addressQr: 'QR-code van het beveiligde adres van deze hub',
	copy: 'Adres kopiëren',
	copied: 'Het adres is gekopieerd.',
	askOn: {
		title: 'HTTPS aanzetten?',
		action: 'HTTPS aanzetten',
		what: [
			{ icon: 'exit', bad: true, title: 'Iedereen logt opnieuw in', text: 'Jij ook, op het nieuwe adres.' },
			{
				icon: 'devices',
				bad: true,
				title: 'Elke telefoon en computer moet de hub één keer vertrouwen',
				text: 'Een pagina helpt je; het kost twee minuten. Tot die tijd toont de browser een waarschuwing.',
			},
			{
				icon: 'key',
				bad: true,
				title: 'Snelkoppelingen en programma’s hebben het nieuwe adres nodig',
				text: 'De hub neemt hun tokens niet meer aan via gewoon HTTP.',
			},
			{
				icon: 'relay',
				bad: false,
				title: 'Voor boards verandert er niets',
				text: 'Hun verbinding was altijd al versleuteld.',
			},
		],
	},
	askOff: {
		title: 'HTTPS uitzetten?',
		action: 'HTTPS uitzetten',
		what: [
			{
				icon: 'eye',
				bad: true,
				title: 'Anderen in je netwerk kunnen meelezen',
				text: 'Wachtwoorden en opdrachten worden onversleuteld verstuurd.',
			},
			{ icon: 'exit', bad: true, title: 'Iedereen logt opnieuw in', text: 'Op het adres met http:// ervoor.' },
			{
				icon: 'shield',
				bad: false,
				title: 'Apparaten blijven de hub vertrouwen',
				text: 'De autoriteit wordt bewaard voor als je HTTPS weer aanzet.',
			},
		],
	},
	trust: {
		title: 'Deze hub vertrouwen',
		checking: 'Er wordt gekeken of deze browser de hub vertrouwt…',
		lead: 'Deze hub maakt zijn eigen certificaat. Vertrouw het één keer op dit apparaat, dan waarschuwt de browser niet meer.',
		limits:
			'Het kan alleen instaan voor namen die eindigen op .local of .home.arpa en voor adressen in je huis, nooit voor een bank.',
		platform: 'Je apparaat',
		platforms: {
			ios: 'iPhone, iPad',
			android: 'Android',
			windows: 'Windows',
			mac: 'Mac',
			linux: 'Linux, Firefox',
		},
		download: 'Certificaat downloaden',
		compare: 'Vergelijk voordat je vertrouwt',
		compareHow:
			'Je apparaat toont een vingerafdruk. Die moet gelijk zijn aan deze, en aan die op een apparaat dat de hub al vertrouwt (Instellingen) of in het logboek van de hub zelf. Is hij anders, dan zit er iemand tussen jou en de hub: stop.',
		check: 'Opnieuw controleren',
		notYet: 'Deze browser vertrouwt de hub nog niet.',
		works: 'Deze browser vertrouwt de hub.',
		open: 'Hub beveiligd openen',
		nothing: 'Hier valt niets te vertrouwen',
		nothingOff: 'HTTPS staat uit. De eigenaar zet het aan bij ‘Instellingen’.',
		nothingOwn: 'Deze hub heeft een certificaat dat browsers uit zichzelf vertrouwen.',
		back: 'Hub openen',
		anyway: 'Verder zonder te vertrouwen: je browser waarschuwt je elke keer.',
		steps: {
			ios: [
				'Open deze pagina in Safari, tik op de downloadknop hier en sta het profiel toe.',
				'Open Instellingen. Bijna bovenaan staat Profiel gedownload: tik erop, vergelijk de vingerafdruk onder Meer details en tik op Installeer.',
				'Ga in Instellingen naar Algemeen, Info, Certificaatvertrouwensinstellingen en zet de schakelaar aan bij de naam hierboven.',
			],
			android: [
				'Tik op de downloadknop hier. Vraagt de browser erom, bewaar het bestand dan.',
				'Open Instellingen en zoek naar ‘CA-certificaat’ (Beveiliging, Versleuteling en inloggegevens, Een certificaat installeren). Tik op Toch installeren en kies mooring.crt.',
				'Tik bij Vertrouwde inloggegevens, Gebruiker op de naam hierboven en vergelijk de vingerafdruk.',
			],
			windows: [
				'Download het bestand. In PowerShell toont Get-FileHash mooring.crt de vingerafdruk: vergelijk die.',
				'Open het bestand en kies Certificaat installeren, Huidige gebruiker, ‘Alle certificaten in het onderstaande archief opslaan’, Vertrouwde basiscertificeringsinstanties.',
				'Bevestig de beveiligingswaarschuwing en start de browser opnieuw.',
			],
			mac: [
				'Download het bestand en open het. Sleutelhangertoegang vraagt waar het heen moet: kies de sleutelhanger voor inloggen.',
				'Zoek de naam hierboven in Sleutelhangertoegang, open die en vergelijk de vingerafdruk onderaan de details.',
				'Kies bij Vertrouw de optie Vertrouw altijd, sluit het venster en voer je wachtwoord in.',
			],
			linux: [
				'Firefox: open Instellingen, Privacy & Beveiliging, Certificaten bekijken, Organisaties, Importeren en kies mooring.crt. Weergeven toont de vingerafdruk: vergelijk die.',
				'Vink ‘Deze CA vertrouwen voor het identificeren van websites’ aan.',
				'Chrome en Chromium: sha256sum mooring.crt toont de vingerafdruk. Voer dan uit: certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n Mooring -i mooring.crt (pakket libnss3-tools).',
			],
		},
	},
};
