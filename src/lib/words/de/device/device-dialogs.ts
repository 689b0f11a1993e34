import type { TokensOfDevice } from '$protocol/dashboard/people/api-tokens.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import type { QuestionLine } from '$lib/words/format/question.ts';

const relaysStay = (relays: string) => ({
	icon: 'relay',
	bad: false,
	title: 'Die Relais bleiben, wie sie sind',
	text: relays ? `${relays}.` : 'Das Board arbeitet nach seinen eigenen Regeln weiter.',
});

/** What becomes of the board of a device that is deleted, and of its token. */
function boardOf(simulated: boolean, legacy: boolean): QuestionLine {
	if (simulated)
		return {
			icon: 'box',
			bad: true,
			title: 'Sein virtuelles Board verschwindet mit ihm',
			text: 'Dieser Hub simuliert es nicht mehr.',
		};
	if (legacy)
		return {
			icon: 'key',
			bad: true,
			title: 'Sein Legacy-Token gilt sofort nicht mehr',
			text: 'Das Board, und was sonst damit fragt, erfährt, dass der Hub es nicht kennt.',
		};
	return {
		icon: 'usb',
		bad: true,
		title: 'Nur neues Flashen bringt es zurück',
		text: 'Sein Token gilt nicht mehr, also kann sich sein Board nicht verbinden.',
	};
}

/** What becomes of the API tokens that name a device that is deleted. */
function tokenLines(of: TokensOfDevice | undefined): QuestionLine[] {
	if (!of || of.tokens.length === 0) return [];
	const named = of.tokens.map(({ name, person, isLast }) => {
		const token = `${isolate(name)} von ${isolate(person)}`;
		return isLast ? `${token}, das dann nichts mehr schaltet` : token;
	});
	const many = of.tokens.length + of.more > 1;
	const more = of.more > 0 ? `; und ${of.more} weitere` : '';
	const rest = of.tokens.every(({ isLast }) => isLast) ? '' : ' Andere Rechte bleiben.';
	return [
		{
			icon: 'key',
			bad: true,
			title: many ? 'API-Tokens verlieren die Relais dieses Geräts' : 'Ein API-Token verliert die Relais dieses Geräts',
			text: `${named.join('; ')}${more}.${rest}`,
		},
	];
}

/** The questions on the page of a device. */
export const deviceDialogs: Words['deviceDialogs'] = {
	rotate: (name) => ({
		title: `Token von ${isolate(name)} erneuern?`,
		action: 'Jetzt erneuern',
		what: [
			{
				icon: 'refresh',
				bad: false,
				title: 'Ein neues Token über die verschlüsselte Verbindung',
				text: 'Das Board nimmt es sofort an, ohne neues Flashen.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Das alte gilt, bis das Board sich mit dem neuen verbunden hat',
				text: 'So kann das Board nicht ausgesperrt werden.',
			},
			{ icon: 'relay', bad: false, title: 'Kein Relais schaltet', text: 'Name, Verlauf und Einstellungen bleiben.' },
		],
	}),
	instead: 'Könnte jemand das alte Token kennen, oder ist das Board ein neues?',
	insteadLink: 'Stattdessen neue Firmware erstellen',
	regenerate: (name) => ({
		title: `Neue Firmware für ${isolate(name)} erstellen?`,
		action: 'Token erneuern',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Das alte Token gilt sofort nicht mehr',
				text: 'Das Board wird getrennt und kann sich damit nicht mehr verbinden.',
			},
			{
				icon: 'usb',
				bad: true,
				title: 'Muss neu geflasht werden',
				text: 'Du bekommst einen neuen Registrierungsschlüssel, gültig für 24 Stunden, und die neue Datei des Boards.',
			},
			{
				icon: 'clock',
				bad: false,
				title: 'Name, Verlauf und Einstellungen bleiben',
				text: 'Es wird wieder dasselbe Gerät.',
			},
		],
	}),
	revoke: (name, relays) => ({
		title: `Token von ${isolate(name)} widerrufen?`,
		action: 'Token widerrufen',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Sofort getrennt',
				text: 'Niemand kann es von hier noch schalten. Auch ein Board, das gerade weg ist, kommt nicht zurück.',
			},
			{
				icon: 'usb',
				bad: true,
				title: 'Nur neues Flashen bringt es zurück',
				text: 'Es kann sich erst verbinden, wenn du neue Firmware erstellst.',
			},
			relaysStay(relays),
			{
				icon: 'clock',
				bad: false,
				title: 'Name und Verlauf bleiben',
				text: 'Das Gerät bleibt unter „Meine Geräte“, ohne Board.',
			},
		],
	}),
	milder: ['Du willst nur ein neues Token?', 'Token erneuern', 'lässt das Board verbunden.'],
	relayIs: (name, on) => `${isolate(name)} ${on ? 'an' : 'aus'}`,
	upgrade: (name) => ({
		title: `${isolate(name)} auf Secure v2 umstellen?`,
		action: 'Auf Secure v2 umstellen',
		what: [
			{
				icon: 'usb',
				bad: false,
				title: 'Muss neu geflasht werden',
				text: 'Du bekommst einen Registrierungsschlüssel, gültig für 24 Stunden, und die neue Datei des Boards.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Das Polling-Token gilt bis dahin',
				text: 'Es gilt nicht mehr, sobald das Board sich mit Secure v2 verbunden hat.',
			},
			{ icon: 'clock', bad: false, title: 'Name und Verlauf bleiben', text: 'Es wird wieder dasselbe Gerät.' },
		],
	}),
	remove: (name, relays, { simulated, legacy, tokens }) => ({
		title: `${isolate(name)} löschen?`,
		action: 'Gerät löschen',
		what: [
			{ icon: 'unlink', bad: true, title: 'Sofort getrennt', text: 'Niemand kann es von hier noch schalten.' },
			boardOf(simulated, legacy),
			...tokenLines(tokens),
			{
				icon: 'trash',
				bad: true,
				title: 'Sein Verlauf wird gelöscht',
				text: 'Name, Einstellungen, Messwerte und Protokoll sind endgültig weg.',
			},
			...(simulated ? [] : [relaysStay(relays)]),
		],
	}),
	reboot: (name) => ({
		title: `${isolate(name)} neu starten?`,
		action: 'Neu starten',
		what: [
			{ icon: 'power', bad: true, title: 'Einige Sekunden weg', text: 'Es kommt von selbst zurück.' },
			{
				icon: 'relay',
				bad: false,
				title: 'Die Relais kommen zurück, wie sie sind',
				text: 'Während der Chip neu startet, können Kontakte kurz abfallen.',
			},
		],
	}),
	removeRelay: (name) => ({
		title: `Relais ${isolate(name)} entfernen?`,
		action: 'Relais entfernen',
		what: [
			{
				icon: 'calendar',
				bad: true,
				title: 'Seine Zeitpläne verschwinden mit ihm',
				text: 'Seine Wandschalter schalten nichts mehr.',
			},
			{
				icon: 'play',
				bad: true,
				title: 'Es fällt aus seinen Szenen',
				text: '„Rückgängig“ stellt das nicht wieder her.',
			},
			{ icon: 'check', bad: false, title: 'Erst, wenn du speicherst', text: '„Verwerfen“ holt es zurück.' },
		],
	}),
};
