import type { Words } from '$lib/words/all-words.ts';

/** Adding a board with older polling firmware. */
export const legacyWords: Words['legacyWords'] = {
	link: 'Mijn board heeft oudere polling-firmware',
	title: 'Oudere polling-firmware',
	lead: 'Zo’n board vraagt de hub om de paar seconden wat het moet doen, met een token dat te kopiëren is. Het werkt zoals het is. Upgraden naar Secure v2 kan op de pagina van het apparaat.',
	steps: ['Naam en relais', 'Token'],
	name: 'Naam',
	nameHint: 'Zoals iedereen in huis het noemt, bijvoorbeeld ‘Werkplaats’.',
	relaysHint: 'In de volgorde waarin de firmware ze nummert: relay1, relay2 …',
	make: 'Token maken',
	made: 'Token gemaakt',
	once: 'Je ziet dit token alleen deze ene keer.',
	onceWhy:
		'De hub bewaart alleen de hash. Zet het nu in de firmware van het board; een verloren token is niet meer te tonen.',
	token: 'Token',
	copyToken: 'Token kopiëren',
	url: 'Het board vraagt elke 5 seconden dit adres op',
	copyUrl: 'Adres kopiëren',
	header: 'Of het stuurt het token mee als header:',
	answers: 'De hub antwoordt hoe elk relais moet staan:',
	tells: 'Het board kan in hetzelfde verzoek zijn echte toestand en metingen melden:',
	tellsWhy: 'Anders gaat de hub ervan uit dat het board deed wat het moest doen.',
	done: 'Ik heb het: naar Mijn apparaten',
	problems: { name: 'Geef een naam.', relay: 'Dit relais heeft een naam nodig.' },
};
