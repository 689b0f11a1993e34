import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** "relais" is the same in the plural. */
const relays = (count: number) => `${count} relais`;

/** Scenes and groups, which switch several relays with one tap. */
export const sceneWords: Words['sceneWords'] = {
	title: 'Scènes',
	lead: 'Met een scène zet je met één tik elk relais zoals jij het wilt. Een groep zet alles tegelijk aan of uit.',
	relays,
	running: 'Bezig…',
	set: 'Al ingesteld',
	done: 'Alles klaar',
	partly: (done, of) => `${done} van ${of} klaar`,
	onOf: (on, of, away) =>
		[...(of === 0 ? [] : [`${on} van ${of} aan`]), ...(away === 0 ? [] : [`${away} weg`])].join(', '),
	wasOn: (on, of) => `Was ${on} van ${of} aan`,
	on: 'Aan',
	off: 'Uit',
	turn: (name, on) => `${isolate(name)}: ${on ? 'alles aan' : 'alles uit'}`,
	what: (name) => `Wat ${isolate(name)} deed`,
	sheet: {
		title: (name, done, of) => `${isolate(name)}: ${done} van ${of} klaar`,
		switched: (on) => (on ? 'Aan' : 'Uit'),
		notDone: 'Niet uitgevoerd.',
		putBack: 'Terugzetten',
		again: 'Opnieuw proberen',
	},
	goes: (relay, on) => `${relay}: ${on ? 'aan' : 'uit'}`,
	edit: {
		new: 'Nieuwe scène',
		change: (name) => `${isolate(name)} bewerken`,
		edit: 'Bewerken',
		name: 'Naam',
		nameHint: 'Zoals iedereen het noemt, bijvoorbeeld ‘Welterusten’.',
		kind: 'Wat het doet',
		kinds: { scene: 'Scène', group: 'Groep' },
		kindHints: {
			scene: 'Eén tik, en elk relais wordt zoals je hier kiest.',
			group: 'Twee knoppen: alles aan, alles uit.',
		},
		members: 'Relais',
		chosen: (count) => `${relays(count)} gekozen`,
		take: 'Huidige toestand overnemen',
		took: 'De gekozen relais staan nu hier zoals ze op dit moment zijn.',
		stateOf: (relay, device) => `Toestand van ${isolate(relay)}, ${isolate(device)}`,
		find: 'Relais zoeken',
		noneLike: 'Geen relais gevonden.',
		most: (most) => `Hooguit ${most} relais.`,
		save: 'Opslaan',
		cancel: 'Annuleren',
		delete: 'Verwijderen',
		saved: (name) => `${isolate(name)} is opgeslagen.`,
		problems: { name: 'Geef een naam.', members: 'Kies minstens één relais.' },
		deleted: ['Iemand heeft deze scène verwijderd.', 'Als je opslaat, wordt wat hier staat een nieuwe scène.'],
		missing: 'Deze scène bestaat niet meer.',
	},
	empty: {
		title: 'Nog geen scènes',
		text: 'Welterusten, van huis gaan, alle pompen uit: kies de relais één keer en schakel ze samen vanaf ‘Thuis’.',
		needsDevices: 'Scènes maak je met de relais van je apparaten. Voeg eerst een apparaat toe.',
	},
	leave: (name) => ({
		title: name ? `${isolate(name)} verlaten zonder op te slaan?` : 'Deze scène verlaten zonder op te slaan?',
		action: 'Niet opslaan',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Je wijzigingen gaan verloren',
				text: 'Wat je hier hebt gekozen, wordt niet bewaard.',
			},
		],
	}),
	remove: (name) => ({
		title: `${isolate(name)} verwijderen?`,
		action: 'Verwijderen',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Verdwijnt van elk dashboard',
				text: 'De relais moeten dan opnieuw worden gekozen.',
			},
			{ icon: 'relay', bad: false, title: 'Relais blijven zoals ze nu zijn', text: 'Geen apparaat verandert.' },
		],
	}),
};
