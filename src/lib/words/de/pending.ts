import type { ConflictReason } from '$protocol/dashboard/pending.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const reasons: Record<ConflictReason, (deviceName?: string) => [what: string, then: string]> = {
	expired: () => [
		'Der Registrierungsschlüssel ist abgelaufen.',
		'Das Board hat sich zu spät verbunden. Es nimmt keine Befehle an, bis ein Besitzer es übernimmt.',
	],
	'used-by-another-board': () => [
		'Diesen Schlüssel hat schon ein anderes Board benutzt.',
		'Es ist verbunden und nimmt keine Befehle an, bis ein Besitzer es übernimmt.',
	],
	'known-board': (deviceName) => [
		deviceName ? `Dieses Board ist schon ${isolate(deviceName)}.` : 'Dieses Board wurde schon einmal übernommen.',
		'Es wurde noch einmal eingerichtet. Ein Besitzer kann das Gerät damit ersetzen oder es neu hinzufügen.',
	],
	'owner-gone': () => [
		'Wer es eingerichtet hat, hat kein Konto mehr.',
		'Es nimmt keine Befehle an, bis ein Besitzer es übernimmt.',
	],
	'owner-may-not': () => [
		'Wer es eingerichtet hat, darf keine Geräte mehr hinzufügen.',
		'Es nimmt keine Befehle an, bis ein Besitzer es übernimmt.',
	],
};

/** Pending devices, and the questions before one is deleted or a board rejected. */
export const pendingWords: Words['pendingWords'] = {
	title: 'Ausstehende Geräte',
	lead: 'Ein Gerät wird von selbst übernommen, wenn sein Board sich verbindet. Nur ein Konflikt wartet auf einen Besitzer.',
	ready: 'Bereit',
	notSeen: 'Der Hub ist bereit. Das Board hat sich noch nicht verbunden.',
	expiresSoon: 'Läuft bald ab',
	expired: 'Abgelaufen',
	awaiting: 'Wartet auf Übernahme',
	code: 'Code',
	board: 'Board',
	mac: 'MAC',
	ip: 'IP',
	created: 'Erstellt',
	expiresIn: 'Läuft ab in',
	expiresAt: 'Sollte ablaufen',
	setUp: 'Board einrichten',
	running: 'Dieser Hub simuliert sein Board.',
	notInTime: 'Nicht rechtzeitig eingerichtet? Erstelle einen neuen Schlüssel. Alles andere bleibt.',
	renew: 'Neuen Schlüssel erstellen',
	renewed: (name) => `${isolate(name)} hat einen neuen Schlüssel, gültig für 24 Stunden.`,
	claim: 'Gerät übernehmen',
	reject: 'Ablehnen',
	lineLost: 'Das Board hat die Verbindung verloren. Es verbindet sich von selbst wieder.',
	forDevice: {
		regenerate: (name) => `Neue Firmware für ${isolate(name)}. Name, Verlauf und Einstellungen bleiben.`,
		upgrade: (name) => `Secure v2 für ${isolate(name)}. Name und Verlauf bleiben.`,
	},
	reason: (reason, deviceName) => reasons[reason](deviceName),
	deleteQuestion: (name) => ({
		title: `Ausstehendes Gerät ${isolate(name)} löschen?`,
		action: 'Ausstehendes Gerät löschen',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Der Registrierungsschlüssel gilt sofort nicht mehr',
				text: 'Ein Board, das damit eingerichtet wurde, kann sich nicht verbinden.',
			},
			{
				icon: 'trash',
				bad: true,
				title: 'Der Plan ist weg',
				text: 'Name, Relais und Pins müssen neu eingegeben werden.',
			},
		],
	}),
	rejectQuestion: (name) => ({
		title: 'Dieses Board ablehnen?',
		action: 'Ablehnen',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Es wird getrennt',
				text: `Es wird nicht als ${isolate(name)} übernommen.`,
			},
			{
				icon: 'clock',
				bad: false,
				title: 'Es fragt wieder an',
				text: 'Das Board behält seinen Schlüssel und versucht es weiter, immer seltener.',
			},
		],
	}),
};
