import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import type { QuestionLine } from '$lib/words/format/question.ts';

/** Claiming a board by hand, and new firmware for an existing device. */

const compare: QuestionLine = {
	icon: 'warn',
	bad: true,
	title: 'Koppel alleen een board dat je kent',
	text: 'Iedereen die het bestand heeft, kan zich ervoor uitgeven. Vergelijk het MAC-adres met dat op je board.',
};

export const claimWords: Words['claimWords'] = {
	title: 'Dit board koppelen?',
	board: (mac, address) => `${mac} op ${address}`,
	legend: 'Wat moet ermee gebeuren?',
	replace: 'Een bestaand apparaat vervangen',
	add: 'Als nieuw apparaat toevoegen',
	reject: 'Weigeren',
	which: 'Te vervangen apparaat',
	known: (name) => `${isolate(name)}, had dit MAC-adres`,
	actions: {
		replace: (name) => `${isolate(name)} vervangen`,
		add: () => 'Dit apparaat koppelen',
		reject: () => 'Weigeren',
	},
	what: {
		replace: (name, mac) => [
			{
				icon: 'check',
				bad: false,
				title: `Het wordt ${isolate(name)}`,
				text: 'Naam, geschiedenis en instellingen blijven; relais en pinnen worden zoals ze daar waren ingesteld.',
			},
			{
				icon: 'unlink',
				bad: true,
				title: 'De verbinding met het vorige board wordt verbroken',
				text: `Het token daarvan werkt meteen niet meer. Het nieuwe is gebonden aan ${mac}.`,
			},
			compare,
		],
		add: (name, mac) => [
			{
				icon: 'check',
				bad: false,
				title: `Het wordt een nieuw apparaat: ${isolate(name)}`,
				text: `Met een eigen token, gebonden aan ${mac}.`,
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Andere apparaten blijven zoals ze zijn',
				text: 'Geen enkel verliest zijn token of zijn naam.',
			},
			compare,
		],
		reject: (name) => [
			{
				icon: 'unlink',
				bad: true,
				title: 'De verbinding wordt verbroken',
				text: `Het wordt niet gekoppeld als ${isolate(name)}.`,
			},
			{
				icon: 'clock',
				bad: false,
				title: 'Het vraagt het opnieuw',
				text: 'Het board houdt zijn sleutel en probeert het opnieuw, steeds minder vaak.',
			},
		],
	},
	firmware: {
		regenerate: (name) => `Nieuwe firmware voor ${isolate(name)}`,
		upgrade: (name) => `Secure v2 voor ${isolate(name)}`,
		regenerateText: (name) =>
			`Het oude token werkt niet meer. ${isolate(name)} is terug, met naam, geschiedenis en instellingen, zodra het board hiermee verbinding heeft gemaakt.`,
		upgradeText: (name) =>
			`Het polling-token werkt tot ${isolate(name)} verbinding heeft gemaakt met Secure v2. Naam en geschiedenis blijven.`,
		to: (name) => `Naar ${isolate(name)}`,
		done: (name) => `${isolate(name)} is terug, met een nieuw token.`,
	},
};
