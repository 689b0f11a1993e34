import type { Words } from '$lib/words/all-words.ts';

/** The page on which a device learns to trust the hub, and the card of the settings that leads there. */
export const httpsWords: Words['httpsWords'] = {
	title: 'Sichere Verbindung',
	lead: 'Mit HTTPS kann niemand in deinem Netzwerk Passwörter lesen oder sehen, was geschaltet wird. Browser erlauben dann auch, dies als App zu installieren, deinen Standort zu ermitteln und über USB zu flashen.',
	off: 'Dieser Hub wird über einfaches HTTP geöffnet.',
	own: 'Dieser Hub benutzt dein eigenes Zertifikat, das in seiner Konfiguration steht.',
	authority: 'Dieser Hub hat seine eigene Zertifizierungsstelle. Jedes Gerät muss ihr einmal vertrauen.',
	address: 'Adresse',
	name: 'Name der Zertifizierungsstelle',
	fingerprint: 'SHA-256-Fingerabdruck',
	until: 'Gültig bis',
	turnOn: 'HTTPS einschalten…',
	turnOff: 'HTTPS ausschalten…',
	looking: 'Wird geprüft…',
	otherDevices: 'Andere Geräte',
	otherDevicesHow:
		'Scanne dies mit einem Handy oder Tablet, das dem Hub noch nicht vertraut. Die Seite führt dich durch die Schritte.',
	qr: 'QR-Code der Seite, die erklärt, wie ein Gerät diesem Hub vertraut',
	addressQr: 'QR-Code der sicheren Adresse dieses Hubs',
	copy: 'Adresse kopieren',
	copied: 'Die Adresse ist kopiert.',
	askOn: {
		title: 'HTTPS einschalten?',
		action: 'HTTPS einschalten',
		what: [
			{ icon: 'exit', bad: true, title: 'Alle melden sich neu an', text: 'Auch du, unter der neuen Adresse.' },
			{
				icon: 'devices',
				bad: true,
				title: 'Jedes Handy und jeder Computer muss dem Hub einmal vertrauen',
				text: 'Eine Seite führt dich. Es dauert zwei Minuten, und bis dahin zeigt der Browser eine Warnung.',
			},
			{
				icon: 'key',
				bad: true,
				title: 'Kurzbefehle und Programme brauchen die neue Adresse',
				text: 'Über einfaches HTTP nimmt der Hub ihre Tokens nicht mehr an.',
			},
			{
				icon: 'relay',
				bad: false,
				title: 'Für die Boards ändert sich nichts',
				text: 'Ihre Verbindung war schon immer verschlüsselt.',
			},
		],
	},
	askOff: {
		title: 'HTTPS ausschalten?',
		action: 'HTTPS ausschalten',
		what: [
			{
				icon: 'eye',
				bad: true,
				title: 'Andere in deinem Netzwerk können mitlesen',
				text: 'Passwörter und Befehle werden unverschlüsselt gesendet.',
			},
			{
				icon: 'exit',
				bad: true,
				title: 'Alle melden sich neu an',
				text: 'Unter der Adresse, die mit http:// beginnt.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Die Geräte vertrauen dem Hub weiter',
				text: 'Seine Zertifizierungsstelle bleibt, bis du HTTPS wieder einschaltest.',
			},
		],
	},
	trust: {
		title: 'Diesem Hub vertrauen',
		checking: 'Es wird geprüft, ob dieser Browser dem Hub vertraut…',
		lead: 'Dieser Hub stellt sein Zertifikat selbst aus. Vertraue ihm einmal auf diesem Gerät, und der Browser warnt dich nicht mehr.',
		limits:
			'Es kann nur für Namen bürgen, die auf .local oder .home.arpa enden, und für Adressen bei dir zu Hause, nie für eine Bank.',
		platform: 'Dein Gerät',
		platforms: {
			ios: 'iPhone, iPad',
			android: 'Android',
			windows: 'Windows',
			mac: 'Mac',
			linux: 'Linux, Firefox',
		},
		download: 'Zertifikat herunterladen',
		compare: 'Vergleiche, bevor du vertraust',
		compareHow:
			'Dein Gerät zeigt einen Fingerabdruck. Es muss dieser sein, und derselbe wie auf einem Gerät, das dem Hub schon vertraut (Einstellungen), oder im Protokoll des Hubs. Weicht er ab, steht jemand zwischen dir und dem Hub: Brich ab.',
		check: 'Noch einmal prüfen',
		notYet: 'Dieser Browser vertraut dem Hub noch nicht.',
		works: 'Dieser Browser vertraut dem Hub.',
		open: 'Hub sicher öffnen',
		nothing: 'Hier gibt es nichts zu tun',
		nothingOff: 'HTTPS ist aus. Der Besitzer schaltet es in den Einstellungen ein.',
		nothingOwn: 'Dieser Hub hat ein Zertifikat, dem Browser von selbst vertrauen.',
		back: 'Hub öffnen',
		anyway: 'Weiter, ohne ihm zu vertrauen: Dein Browser warnt dich dann jedes Mal.',
		steps: {
			ios: [
				'Öffne diese Seite in Safari, tippe auf „Herunterladen“ und erlaube das Profil.',
				'Öffne „Einstellungen“. Weit oben steht „Profil geladen“: Tippe darauf, vergleiche den Fingerabdruck unter „Mehr Details“ und tippe auf „Installieren“.',
				'Öffne in „Einstellungen“ „Allgemein“, „Info“, „Zertifikatsvertrauenseinstellungen“ und schalte den Schalter neben dem Namen oben ein.',
			],
			android: [
				'Tippe auf „Herunterladen“. Wenn der Browser fragt, behalte die Datei.',
				'Öffne die Einstellungen und suche nach „CA-Zertifikat“ (Sicherheit, Verschlüsselung und Anmeldedaten, Zertifikat installieren). Tippe auf „Trotzdem installieren“ und wähle mooring.crt.',
				'Tippe unter „Vertrauenswürdige Anmeldedaten“, „Nutzer“ auf den Namen oben und vergleiche den Fingerabdruck.',
			],
			windows: [
				'Lade die Datei herunter. In PowerShell zeigt Get-FileHash mooring.crt ihren Fingerabdruck: Vergleiche ihn.',
				'Öffne die Datei und wähle „Zertifikat installieren“, „Aktueller Benutzer“, „Alle Zertifikate in folgendem Speicher speichern“, „Vertrauenswürdige Stammzertifizierungsstellen“.',
				'Bestätige die Sicherheitswarnung und starte den Browser neu.',
			],
			mac: [
				'Lade die Datei herunter und öffne sie. Die Schlüsselbundverwaltung fragt, wohin: Wähle „Anmeldung“.',
				'Suche in der Schlüsselbundverwaltung den Namen oben, öffne ihn und vergleiche den Fingerabdruck am Ende der Details.',
				'Wähle unter „Vertrauen“ „Immer vertrauen“, schließe das Fenster und gib dein Passwort ein.',
			],
			linux: [
				'Firefox: Öffne „Einstellungen“, „Datenschutz & Sicherheit“, „Zertifikate anzeigen“, „Zertifizierungsstellen“, „Importieren“ und wähle mooring.crt. „Ansehen“ zeigt den Fingerabdruck: Vergleiche ihn.',
				'Setze den Haken bei „Dieser CA vertrauen, um Websites zu identifizieren“.',
				'Chrome und Chromium: sha256sum mooring.crt zeigt den Fingerabdruck. Dann führe aus: certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n Mooring -i mooring.crt (Paket libnss3-tools).',
			],
		},
	},
};
