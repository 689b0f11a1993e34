import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import type { QuestionLine } from '$lib/words/format/question.ts';

/** Claiming a board by hand, and new firmware for an existing device. */

const compare: QuestionLine = {
	icon: 'warn',
	bad: true,
	title: 'Übernimm nur ein Board, das du kennst',
	text: 'Wer seine Datei hat, kann sich als dieses Board ausgeben. Vergleiche die MAC mit der auf deinem Board.',
};

export const claimWords: Words['claimWords'] = {
	title: 'Dieses Board übernehmen?',
	board: (mac, address) => `${mac}, Adresse ${address}`,
	legend: 'Was soll damit geschehen?',
	replace: 'Ein vorhandenes Gerät ersetzen',
	add: 'Als neues Gerät hinzufügen',
	reject: 'Ablehnen',
	which: 'Gerät, das ersetzt wird',
	known: (name) => `${isolate(name)}, hatte diese MAC`,
	actions: {
		replace: (name) => `${isolate(name)} ersetzen`,
		add: () => 'Gerät übernehmen',
		reject: () => 'Ablehnen',
	},
	what: {
		replace: (name, mac) => [
			{
				icon: 'check',
				bad: false,
				title: `Es wird zu ${isolate(name)}`,
				text: 'Name, Verlauf und Einstellungen bleiben. Relais und Pins bleiben, wie sie dort eingestellt sind.',
			},
			{
				icon: 'unlink',
				bad: true,
				title: 'Das bisherige Board wird getrennt',
				text: `Sein Token gilt sofort nicht mehr. Das neue ist an ${mac} gebunden.`,
			},
			compare,
		],
		add: (name, mac) => [
			{
				icon: 'check',
				bad: false,
				title: `Es wird ein neues Gerät, ${isolate(name)}`,
				text: `Mit eigenem Token, gebunden an ${mac}.`,
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Andere Geräte bleiben, wie sie sind',
				text: 'Keines verliert sein Token oder seinen Namen.',
			},
			compare,
		],
		reject: (name) => [
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
	},
	firmware: {
		regenerate: (name) => `Neue Firmware für ${isolate(name)}`,
		upgrade: (name) => `Secure v2 für ${isolate(name)}`,
		regenerateText: (name) =>
			`Das alte Token gilt nicht mehr. ${isolate(name)} ist mit Name, Verlauf und Einstellungen zurück, sobald das Board sich hiermit verbunden hat.`,
		upgradeText: (name) =>
			`Das Polling-Token gilt, bis ${isolate(name)} sich mit Secure v2 verbunden hat. Name und Verlauf bleiben.`,
		to: (name) => `Zu ${isolate(name)}`,
		done: (name) => `${isolate(name)} ist zurück, mit dem neuen Token.`,
	},
};
