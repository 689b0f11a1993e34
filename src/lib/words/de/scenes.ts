import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const relays = (count: number) => `${count} Relais`;

/** Scenes and groups, which switch several relays with one tap. */
export const sceneWords: Words['sceneWords'] = {
	title: 'Szenen',
	lead: 'Eine Szene bringt mehrere Relais auf einmal in den Zustand, den du für jedes gewählt hast. Eine Gruppe schaltet alle ein oder aus.',
	relays,
	running: 'Läuft…',
	set: 'Schon eingestellt',
	done: 'Alles erledigt',
	partly: (done, of) => `${done} von ${of} fertig`,
	onOf: (on, of, away) =>
		[...(of === 0 ? [] : [`${on} von ${of} an`]), ...(away === 0 ? [] : [`${away} weg`])].join(', '),
	wasOn: (on, of) => `War ${on} von ${of} an`,
	on: 'An',
	off: 'Aus',
	turn: (name, on) => `${isolate(name)}: ${on ? 'alles an' : 'alles aus'}`,
	what: (name) => `Was ${isolate(name)} getan hat`,
	sheet: {
		title: (name, done, of) => `${isolate(name)}: ${done} von ${of} fertig`,
		switched: (on) => (on ? 'An' : 'Aus'),
		notDone: 'Nicht geschaltet.',
		putBack: 'Zurückgesetzt',
		again: 'Erneut versuchen',
	},
	goes: (relay, on) => `${relay}: ${on ? 'an' : 'aus'}`,
	edit: {
		new: 'Neue Szene',
		change: (name) => `${isolate(name)} bearbeiten`,
		edit: 'Bearbeiten',
		name: 'Name',
		nameHint: 'Wie es alle nennen, zum Beispiel „Gute Nacht“.',
		kind: 'Was sie tut',
		kinds: { scene: 'Szene', group: 'Gruppe' },
		kindHints: {
			scene: 'Einmal tippen, und jedes Relais nimmt den Zustand an, den du hier wählst.',
			group: 'Zwei Knöpfe: alles an, alles aus.',
		},
		members: 'Relais',
		chosen: (count) => `${relays(count)} gewählt`,
		take: 'Jetzigen Zustand übernehmen',
		took: 'Die hier gewählten Relais haben jetzt ihren momentanen Zustand.',
		stateOf: (relay, device) => `Zustand von ${isolate(relay)}, ${isolate(device)}`,
		find: 'Relais suchen',
		noneLike: 'Kein passendes Relais.',
		most: (most) => `Höchstens ${most} Relais.`,
		save: 'Speichern',
		cancel: 'Abbrechen',
		delete: 'Löschen',
		saved: (name) => `${isolate(name)} ist gespeichert.`,
		problems: { name: 'Gib ihr einen Namen.', members: 'Wähle mindestens ein Relais.' },
		deleted: ['Jemand hat diese Szene gelöscht.', '„Speichern“ macht aus dem, was hier steht, eine neue.'],
		missing: 'Diese Szene gibt es nicht mehr.',
	},
	empty: {
		title: 'Noch keine Szenen',
		text: 'Gute Nacht, Haus verlassen, alle Pumpen aus: Wähle die Relais einmal und schalte sie dann zusammen unter „Zuhause“.',
		needsDevices: 'Szenen bestehen aus den Relais deiner Geräte. Füge zuerst ein Gerät hinzu.',
	},
	leave: (name) => ({
		title: name ? `${isolate(name)} verlassen, ohne zu speichern?` : 'Diese Szene verlassen, ohne zu speichern?',
		action: 'Ohne Speichern verlassen',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Deine Änderungen gehen verloren',
				text: 'Was du hier gewählt hast, bleibt nicht erhalten.',
			},
		],
	}),
	remove: (name) => ({
		title: `${isolate(name)} löschen?`,
		action: 'Löschen',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Verschwindet aus jedem Dashboard',
				text: 'Die Relais müssen neu gewählt werden.',
			},
			{
				icon: 'relay',
				bad: false,
				title: 'Die Relais bleiben, wie sie sind',
				text: 'Kein Gerät ändert sich.',
			},
		],
	}),
};
