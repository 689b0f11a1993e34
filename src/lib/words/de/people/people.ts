import type { Words } from '$lib/words/all-words.ts';
import { runTime, zoneName } from '$lib/words/format/dates.ts';
import { daysOf, timeOf } from '$lib/words/format/days.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';

/** Names shown under a person; the rest is counted. */
const NAMED = 2;

/** The page of the people of a household, for owners. */
export const peopleWords: Words['peopleWords'] = {
	title: 'Personen',
	list: 'Alle, die ein Konto haben',
	back: 'Personen',
	roles: { owner: 'Besitzer', member: 'Mitglied', guest: 'Gast' },
	you: 'Du',
	here: (asOf) => (asOf ? `War online, Stand ${asOf}` : 'Jetzt online'),
	lastUsed: (at, age) => (at === null ? 'Nicht angemeldet' : `Zuletzt benutzt: ${age(at)}`),
	reaches: (names) =>
		names.length > NAMED
			? `${names.slice(0, NAMED).join('; ')} und ${names.length - NAMED} mehr`
			: names.join('; ') || 'Nichts',
	until: (at, timeZone, now) => (at <= now ? 'Zugang beendet' : `bis ${runTime(at, timeZone, now)}`),
	weekly: ({ weekdays, fromMinute, toMinute }) => `${daysOf(weekdays)} ${timeOf(fromMinute)}–${timeOf(toMinute)}`,
	choose: 'Wähle eine Person, um zu ändern, was sie darf.',
	gone: 'Diese Person ist nicht mehr auf dem Hub.',

	person: {
		sessions: (number) => (number === 0 ? 'Nicht angemeldet' : counted(number, { one: 'Sitzung', other: 'Sitzungen' })),
		tokens: (number) => counted(number, { one: 'API-Token', other: 'API-Tokens' }),
		devices: (devices, pending) =>
			[devices > 0 && counted(devices, { one: 'Gerät', other: 'Geräte' }), pending > 0 && `${pending} ausstehend`]
				.filter(Boolean)
				.join(', ') || 'Keine eigenen Geräte',
		role: 'Rolle',
		roleHints: {
			owner: 'Darf alles: Personen, Einstellungen und Geräte anderer.',
			member:
				'Fügt Geräte hinzu, schaltet und ändert sie. Kann keine Geräte löschen und weder Personen noch den Hub ändern.',
			guest: 'Sieht und schaltet nur, was hier gewählt ist.',
		},
		roleEnds: 'Eine neue Rolle meldet die Person ab und beendet ihre API-Tokens. Sie meldet sich dann neu an.',
		ownRoleEnds: 'Eine neue Rolle meldet dich ab und beendet deine API-Tokens. Du meldest dich dann neu an.',
		lastOwner: 'Der einzige Besitzer kann keine andere Rolle bekommen. Mache zuerst jemand anderen zum Besitzer.',
		updateOthers: 'Darf die Firmware der Boards anderer aktualisieren',
		save: 'Speichern',
		saved: (name) => `${isolate(name)}: gespeichert.`,
		discard: 'Verwerfen',
		elsewhere: 'Jemand anderes hat diese Person geändert. Speichern ersetzt diese Änderungen.',
		theirs: 'Andere Version zeigen',
		leave: {
			title: 'Verlassen, ohne zu speichern?',
			action: 'Verlassen',
			what: [
				{
					icon: 'trash',
					bad: true,
					title: 'Deine Änderungen gehen verloren',
					text: 'Diese Person bleibt, wie sie war.',
				},
			],
		},
		endSessions: 'Alle Sitzungen beenden',
		ended: (name) => `${isolate(name)} ist überall abgemeldet, und die API-Tokens sind beendet.`,
		remove: 'Entfernen',
		notYourself: 'Du kannst dich nicht selbst entfernen. Ein anderer Besitzer kann es.',
	},

	access: {
		title: 'Darf sehen und schalten',
		titleOf: (what) => `${what}: darf`,
		may: { see: 'Sehen', switch: 'Schalten' },
		no: 'Nein',
		add: 'Raum, Gerät, Relais hinzufügen…',
		rooms: 'Räume',
		devices: 'Geräte',
		relays: (device) => `Relais von ${isolate(device)}`,
		relayOf: (device, relay) => `${relay ?? 'Ein gelöschtes Relais'}, ${device}`,
		gone: 'Ein gelöschtes Gerät',
		none: 'Noch nichts gewählt.',
		full: (most) => `Mehr als ${most} geht nicht. Ein Raum zählt einmal.`,
		roomHint: 'Ein Raum enthält alle Geräte darin, auch später hinzugefügte.',
		until: 'Bis',
		untils: {
			tonight: 'Heute Nacht',
			sunday: 'Sonntag',
			month: '1 Monat',
			never: 'Kein Ende',
			other: 'Anderes…',
		},
		untilIs: (at, timeZone, now) =>
			`${at <= now ? 'Endete' : 'Endet'} ${runTime(at, timeZone, now)}, nach der Zeit in ${zoneName(timeZone)}.`,
		noEnd: 'Bis du den Zugang wegnimmst.',
		otherLabel: 'Datum und Uhrzeit',
		otherHint: (timeZone) => `Nach der Zeit in ${zoneName(timeZone)}.`,
		weekly: 'Nur zu bestimmten Zeiten der Woche',
		days: 'Tage',
		from: 'Von',
		to: 'Bis',
		nextDay: 'Endet am Tag danach.',
		problems: {
			grants: 'Wähle mindestens einen Raum, ein Gerät oder ein Relais.',
			until: 'Gib Datum und Uhrzeit ein.',
			over: 'Diese Zeit ist schon vorbei.',
			weekdays: 'Wähle mindestens einen Tag.',
			time: 'Gib eine Uhrzeit ein.',
		},
	},

	invite: {
		open: 'Einladen',
		title: 'Jemanden einladen',
		role: 'Rolle',
		name: 'Für wen (optional)',
		nameHint: 'Damit du die Einladung wiedererkennst. Den Benutzernamen wählt die Person selbst.',
		presets: 'Beginnen mit',
		preset: {
			cleaner: 'Reinigung',
			neighbour: 'Nachbarn',
			babysitter: 'Babysitter',
		},
		presetHints: {
			cleaner: 'feste Zeiten',
			neighbour: 'mit Enddatum',
			babysitter: 'bis in die Nacht',
		},
		make: 'Link erstellen',
		scan: 'Lass die Person den Code scannen, oder sende ihr den Link.',
		once: 'Für eine Person, innerhalb von 24 Stunden.',
		qr: 'QR-Code der Einladung',
		link: 'Link der Einladung',
		copy: 'Link kopieren',
		copied: 'Link kopiert.',
		share: 'Teilen',
		shareText: (hub) => `Deine Einladung zu ${isolate(hub)}`,
		local:
			'Dieser Link funktioniert nur auf diesem Computer. Öffne das Dashboard über die Netzwerkadresse des Hubs und lade von dort ein.',
		done: 'Fertig',
	},

	invitations: {
		title: 'Offene Einladungen',
		none: 'Keine. Eine Einladung, die benutzt wurde oder älter als 24 Stunden ist, verschwindet von selbst.',
		line: (by, left) => `Erstellt von ${isolate(by)} · ${left}`,
		left: (minutes) =>
			minutes >= 60 ? `noch ${Math.round(minutes / 60)} Std. gültig` : `noch ${Math.max(1, minutes)} Min. gültig`,
		expires: (time) => `war gültig bis ${time}`,
		withdraw: 'Zurückziehen',
		withdrawOf: (whom) => `Einladung für ${isolate(whom)} zurückziehen`,
		withdrawn: 'Die Einladung ist zurückgezogen.',
	},

	remove: {
		pending: 'Ausstehende Geräte der Person',
		keep: 'Für dich behalten; neue Schlüssel nötig',
		delete: 'Löschen',
		question: (name, devices, guest) => ({
			title: `${isolate(name)} entfernen?`,
			action: 'Entfernen',
			what: [
				{
					icon: 'exit',
					bad: true,
					title: 'Sofort überall abgemeldet',
					text: guest
						? 'Ein offenes Dashboard dieser Person wird geleert. Nur eine neue Einladung bringt sie zurück.'
						: 'Nur eine neue Einladung bringt die Person zurück.',
				},
				...(devices > 0
					? [
							{
								icon: 'devices',
								bad: false,
								title: devices === 1 ? '1 Gerät gehört dann dir' : `${devices} Geräte gehören dann dir`,
								text: 'Boards, Namen, Einstellungen und Verlauf bleiben, wie sie sind.',
							},
						]
					: []),
				{
					icon: 'activity',
					bad: false,
					title: 'Was die Person getan hat, bleibt unter „Aktivität“',
					text: 'Unter dem Namen, den sie hatte.',
				},
			],
		}),
		done: (name) => `${isolate(name)} ist entfernt.`,
	},
};
