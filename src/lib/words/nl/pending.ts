import type { ConflictReason } from '$protocol/dashboard/pending.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const WAITS_FOR_OWNER = 'Het neemt geen opdrachten aan tot een eigenaar het koppelt.';

const reasons: Record<ConflictReason, (deviceName?: string) => [what: string, then: string]> = {
	expired: () => ['De registratiesleutel is verlopen.', `Het board maakte te laat verbinding. ${WAITS_FOR_OWNER}`],
	'used-by-another-board': () => [
		'Een ander board heeft deze sleutel al gebruikt.',
		'Dit board is verbonden, maar neemt geen opdrachten aan tot een eigenaar het koppelt.',
	],
	'known-board': (deviceName) => [
		deviceName ? `Dit board is al ${isolate(deviceName)}.` : 'Dit board is al eens gekoppeld.',
		'Het is opnieuw ingesteld. Een eigenaar kan er dat apparaat mee vervangen, of het als nieuw apparaat toevoegen.',
	],
	'owner-gone': () => ['Wie het heeft ingesteld, heeft geen account meer.', WAITS_FOR_OWNER],
	'owner-may-not': () => ['Wie het heeft ingesteld, mag geen apparaten meer toevoegen.', WAITS_FOR_OWNER],
};

/** Pending devices, and the questions before one is deleted or a board rejected. */
export const pendingWords: Words['pendingWords'] = {
	title: 'Wachtende apparaten',
	lead: 'Een apparaat wordt vanzelf gekoppeld als zijn board verbinding maakt. Alleen een conflict wacht op een eigenaar.',
	ready: 'Gereed',
	notSeen: 'De hub is klaar. Het board heeft nog geen verbinding gemaakt.',
	expiresSoon: 'Verloopt bijna',
	expired: 'Verlopen',
	awaiting: 'Wacht op koppeling',
	code: 'Code',
	board: 'Board',
	mac: 'MAC',
	ip: 'IP',
	created: 'Gemaakt',
	expiresIn: 'Verloopt over',
	expiresAt: 'Zou verlopen',
	setUp: 'Board instellen',
	running: 'Deze hub simuleert het board.',
	notInTime: 'Niet op tijd ingesteld? Maak een nieuwe sleutel; al het andere blijft.',
	renew: 'Nieuwe sleutel maken',
	renewed: (name) => `${isolate(name)} heeft een nieuwe sleutel, 24 uur geldig.`,
	claim: 'Dit apparaat koppelen',
	reject: 'Weigeren',
	lineLost: 'Het board is de verbinding kwijt. Het maakt vanzelf weer verbinding.',
	forDevice: {
		regenerate: (name) => `Nieuwe firmware voor ${isolate(name)}. Naam, geschiedenis en instellingen blijven.`,
		upgrade: (name) => `Secure v2 voor ${isolate(name)}. Naam en geschiedenis blijven.`,
	},
	reason: (reason, deviceName) => reasons[reason](deviceName),
	deleteQuestion: (name) => ({
		title: `Wachtend apparaat ${isolate(name)} verwijderen?`,
		action: 'Wachtend apparaat verwijderen',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'De registratiesleutel werkt meteen niet meer',
				text: 'Een board dat ermee is ingesteld, kan geen verbinding maken.',
			},
			{
				icon: 'trash',
				bad: true,
				title: 'Het plan gaat verloren',
				text: 'Naam, relais en pinnen moeten opnieuw worden ingevoerd.',
			},
		],
	}),
	rejectQuestion: (name) => ({
		title: 'Dit board weigeren?',
		action: 'Weigeren',
		what: [
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
	}),
};
