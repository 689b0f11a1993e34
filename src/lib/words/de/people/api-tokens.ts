import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';

/** One's own API tokens: the list, the form, and what is shown once. */
export const tokenWords: Words['tokenWords'] = {
	title: 'API-Tokens',
	lead: 'Für Kurzbefehle auf dem Handy und für Programme. Ein Token darf nie mehr als du.',
	none: 'Noch keine.',
	make: 'Token erstellen',
	scope: (scope) => {
		if (scope.kind === 'read') return 'Liest';
		if (scope.kind === 'everything') return 'Alles';
		const { relays, scenes } = scope;
		const parts = [
			relays.length > 0 && `${relays.length} Relais`,
			scenes.length > 0 && counted(scenes.length, { one: 'Szene', other: 'Szenen' }),
		].filter(Boolean);
		return parts.length > 0 ? `Schaltet ${parts.join(' und ')}` : 'Was es schaltete, gibt es nicht mehr';
	},
	used: (age) => (age ? `zuletzt benutzt: ${age}` : 'nie benutzt'),
	ends: (date) => `bis ${date}`,
	over: 'abgelaufen',
	noEnd: 'ohne Ende',
	end: 'Beenden',
	endOf: (name) => `Token ${isolate(name)} beenden`,
	question: (name) => ({
		title: `${isolate(name)} beenden?`,
		action: 'Token beenden',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Was es benutzt, hört sofort auf',
				text: 'Kurzbefehle und Programme mit diesem Token werden abgelehnt. Das lässt sich nicht zurücknehmen; du kannst ein anderes erstellen.',
			},
		],
	}),
	ended: (name) => `${isolate(name)} ist beendet.`,

	form: {
		title: 'Neues API-Token',
		name: 'Name',
		nameHint: 'Wo es benutzt wird, zum Beispiel „Annas Handy“.',
		nameNeeded: 'Ein Name fehlt.',
		may: 'Es darf',
		kinds: { switch: 'Schalten', read: 'Lesen', everything: 'Alles' },
		hints: {
			switch: 'Nur, was du hier wählst. Den Rest des Hauses sieht es nicht.',
			read: 'Sieht, was du siehst, und ändert nichts.',
			everything: 'Alles, was du darfst, außer Personen, Sperren, Backups und deinem eigenen Konto.',
		},
		parts: 'Relais und Szenen',
		add: 'Relais oder Szene hinzufügen…',
		scenes: 'Szenen',
		relaysOf: (device) => `Relais von ${isolate(device)}`,
		relayOf: (relay, device) => `${isolate(relay)}, ${isolate(device)}`,
		remove: (name) => `${name} entfernen`,
		noneChosen: 'Noch nichts gewählt.',
		partsNeeded: 'Wähle mindestens ein Relais oder eine Szene.',
		until: 'Bis',
		ends: {
			month: '1 Monat',
			year: '1 Jahr',
			never: 'Kein Ende',
			other: 'Anderes…',
		},
		otherLabel: 'Letzter Tag',
		endNeeded: 'Gib einen Tag ein, der noch nicht vorbei ist.',
		endFar: (years) => `Höchstens ${years} Jahre ab jetzt.`,
		current: 'Dein Passwort',
		make: 'Token erstellen',
	},

	once: {
		title: (name) => `Token ${isolate(name)}`,
		lead: 'Kopiere es jetzt. Es wird nur dieses eine Mal angezeigt, und der Hub bewahrt nur seinen Fingerabdruck auf.',
		local:
			'Diese Adresse funktioniert nur auf diesem Computer. Für dein Handy öffne das Dashboard über die Netzwerkadresse des Hubs.',
		plain: 'Ohne HTTPS könnten andere in deinem Netzwerk es lesen. Benutze es nur zu Hause.',
		token: 'Das Token',
		copy: 'Token kopieren',
		copied: 'Kopiert.',
		use: 'Benutzen für',
		to: 'Schalten auf',
		on: 'An',
		off: 'Aus',
		whole: 'Alle Geräte lesen',
		curl: 'curl',
		ios: 'iPhone: Kurzbefehle',
		android: 'Android: HTTP Shortcuts',
		copyText: (what) => `Kopieren: ${what}`,
		done: 'Fertig',
	},

	steps: {
		ios: (method, url, authorization, field) =>
			[
				'1. Tippe in „Kurzbefehle“ auf + und füge die Aktion „Inhalte von URL abrufen“ hinzu.',
				`2. URL: ${url}`,
				`3. Mehr anzeigen. Methode: ${method}`,
				`4. Header hinzufügen: Authorization = ${authorization}`,
				...(field ? [`5. Anfrageinhalt: JSON, Boolescher Wert hinzufügen: ${field[0]} = ${field[1]}`] : []),
				`${field ? 6 : 5}. Teilen, Zum Home-Bildschirm.`,
			].join('\n'),
		android: (method, url, authorization, body) =>
			[
				'1. Tippe in HTTP Shortcuts auf +, dann auf den regulären Shortcut.',
				`2. Methode: ${method}. URL: ${url}`,
				`3. Request-Header hinzufügen: Authorization = ${authorization}`,
				...(body ? [`4. Request-Body: eigener Text, Typ application/json: ${body}`] : []),
				`${body ? 5 : 4}. Speichern und auf den Startbildschirm legen.`,
			].join('\n'),
	},
};
