import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';

/** One's own API tokens: the list, the form, and what is shown once. */
export const tokenWords: Words['tokenWords'] = {
	title: 'API-tokens',
	lead: 'Voor snelkoppelingen met één tik en voor programma’s. Een token mag nooit meer dan jij.',
	none: 'Nog geen.',
	make: 'Token maken',
	scope(scope) {
		if (scope.kind === 'read') return 'Leest';
		if (scope.kind === 'everything') return 'Alles';
		const { relays, scenes } = scope;
		const parts = [
			relays.length > 0 && `${relays.length} relais`,
			scenes.length > 0 && counted(scenes.length, { one: 'scène', other: 'scènes' }),
		].filter(Boolean);
		return parts.length > 0 ? `Schakelt ${parts.join(' en ')}` : 'Wat het schakelde, is verwijderd';
	},
	used: (age) => (age ? `${age} gebruikt` : 'nooit gebruikt'),
	ends: (date) => `tot en met ${date}`,
	over: 'niet meer geldig',
	noEnd: 'onbeperkt geldig',
	end: 'Beëindigen',
	endOf: (name) => `Token ${isolate(name)} beëindigen`,
	question: (name) => ({
		title: `${isolate(name)} beëindigen?`,
		action: 'Token beëindigen',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Alles wat het gebruikt, stopt meteen',
				text: 'Snelkoppelingen en programma’s met dit token worden geweigerd. Terugdraaien kan niet; je kunt wel een nieuw token maken.',
			},
		],
	}),
	ended: (name) => `${isolate(name)} is beëindigd.`,

	form: {
		title: 'Nieuw API-token',
		name: 'Naam',
		nameHint: 'Waar het wordt gebruikt, bijvoorbeeld ‘Telefoon van Anna’.',
		nameNeeded: 'Vul een naam in.',
		may: 'Dit mag het',
		kinds: { switch: 'Schakelen', read: 'Lezen', everything: 'Alles' },
		hints: {
			switch: 'Alleen wat je hier kiest. De rest van het huis kan het niet zien.',
			read: 'Ziet wat jij ziet, en verandert niets.',
			everything: 'Alles wat jij mag, behalve personen, blokkades, back-ups en je eigen account.',
		},
		parts: 'Relais en scènes',
		add: 'Relais of scène toevoegen…',
		scenes: 'Scènes',
		relaysOf: (device) => `Relais van ${isolate(device)}`,
		relayOf: (relay, device) => `${isolate(relay)}, ${isolate(device)}`,
		remove: (name) => `${name} verwijderen`,
		noneChosen: 'Nog niets gekozen.',
		partsNeeded: 'Kies minstens één relais of scène.',
		until: 'Geldig',
		ends: {
			month: '1 maand',
			year: '1 jaar',
			never: 'Onbeperkt',
			other: 'Anders…',
		},
		otherLabel: 'Laatste dag',
		endNeeded: 'Kies een dag die nog niet voorbij is.',
		endFar: (years) => `Hooguit ${years} jaar vanaf nu.`,
		current: 'Je wachtwoord',
		make: 'Token maken',
	},

	once: {
		title: (name) => `Token ${isolate(name)}`,
		lead: 'Kopieer het nu. Je ziet het alleen deze ene keer; de hub bewaart alleen de vingerafdruk.',
		local:
			'Dit adres werkt alleen op deze computer. Open het dashboard voor je telefoon via het netwerkadres van de hub.',
		plain: 'Zonder HTTPS kunnen anderen in je netwerk het meelezen. Gebruik het alleen thuis.',
		token: 'Het token',
		copy: 'Token kopiëren',
		copied: 'Gekopieerd.',
		use: 'Gebruiken voor',
		to: 'Naar',
		on: 'Aan',
		off: 'Uit',
		whole: 'Alle apparaten lezen',
		curl: 'curl',
		ios: 'iPhone: Opdrachten',
		android: 'Android: HTTP Shortcuts',
		copyText: (what) => `Kopiëren: ${what}`,
		done: 'Klaar',
	},

	steps: {
		ios: (method, url, authorization, field) =>
			[
				'1. Tik in Opdrachten op + en voeg de taak ‘Haal inhoud van URL op’ toe.',
				`2. URL: ${url}`,
				`3. Toon meer. Methode: ${method}`,
				`4. Kopteksten, voeg toe: Authorization = ${authorization}`,
				...(field ? [`5. Aanvraagtekst: JSON, voeg een Booleaanse waarde toe: ${field[0]} = ${field[1]}`] : []),
				`${field ? 6 : 5}. Deel, Zet op beginscherm.`,
			].join('\n'),
		android: (method, url, authorization, body) =>
			[
				'1. Tik in HTTP Shortcuts op +, dan op de gewone snelkoppeling (Regular Shortcut).',
				`2. Methode: ${method}. URL: ${url}`,
				`3. Request-headers, voeg toe: Authorization = ${authorization}`,
				...(body ? [`4. Request-body: eigen tekst, type application/json: ${body}`] : []),
				`${body ? 5 : 4}. Sla op en zet de snelkoppeling op het startscherm.`,
			].join('\n'),
	},
};
