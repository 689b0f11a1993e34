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
	list: 'Iedereen met een account',
	back: 'Personen',
	roles: { owner: 'Eigenaar', member: 'Lid', guest: 'Gast' },
	you: 'Jij',
	here: (asOf) => (asOf ? `Was online om ${asOf}` : 'Nu online'),
	lastUsed: (at, age) => (at === null ? 'Niet ingelogd' : `Laatst gebruikt: ${age(at)}`),
	reaches: (names) =>
		names.length > NAMED
			? `${names.slice(0, NAMED).join('; ')} en nog ${names.length - NAMED}`
			: names.join('; ') || 'Niets',
	until: (at, timeZone, now) => (at <= now ? 'toegang voorbij' : `tot ${runTime(at, timeZone, now)}`),
	weekly: ({ weekdays, fromMinute, toMinute }) => `${daysOf(weekdays)} ${timeOf(fromMinute)}–${timeOf(toMinute)}`,
	choose: 'Kies een persoon om te wijzigen wat die mag.',
	gone: 'Deze persoon staat niet meer op de hub.',

	person: {
		sessions: (number) => (number === 0 ? 'Niet ingelogd' : counted(number, { one: 'sessie', other: 'sessies' })),
		tokens: (number) => counted(number, { one: 'API-token', other: 'API-tokens' }),
		devices: (devices, pending) =>
			[devices > 0 && counted(devices, { one: 'apparaat', other: 'apparaten' }), pending > 0 && `${pending} wachtend`]
				.filter(Boolean)
				.join(', ') || 'Geen eigen apparaten',
		role: 'Rol',
		roleHints: {
			owner: 'Mag alles: personen, instellingen en apparaten van anderen.',
			member:
				'Mag apparaten toevoegen, schakelen en wijzigen. Mag geen apparaten verwijderen en geen personen of hubinstellingen wijzigen.',
			guest: 'Ziet en schakelt alleen wat hier is gekozen.',
		},
		roleEnds: 'Met een nieuwe rol wordt deze persoon uitgelogd en vervallen de API-tokens. Daarna opnieuw inloggen.',
		ownRoleEnds: 'Met een nieuwe rol word je uitgelogd en vervallen je API-tokens. Daarna log je opnieuw in.',
		lastOwner: 'De enige eigenaar kan geen andere rol krijgen. Maak eerst iemand anders eigenaar.',
		updateOthers: 'Mag de firmware van boards van anderen bijwerken',
		save: 'Opslaan',
		saved: (name) => `${isolate(name)}: opgeslagen.`,
		discard: 'Verwerpen',
		elsewhere: 'Iemand anders heeft deze persoon gewijzigd. Als je opslaat, vervang je die wijzigingen.',
		theirs: 'Nieuwe stand tonen',
		leave: {
			title: 'Verlaten zonder op te slaan?',
			action: 'Niet opslaan',
			what: [
				{
					icon: 'trash',
					bad: true,
					title: 'Je wijzigingen gaan verloren',
					text: 'Voor deze persoon blijft alles zoals het was.',
				},
			],
		},
		endSessions: 'Alle sessies beëindigen',
		ended: (name) => `${isolate(name)} is overal uitgelogd, en de API-tokens zijn vervallen.`,
		remove: 'Verwijderen',
		notYourself: 'Je kunt jezelf niet verwijderen. Een andere eigenaar kan dat wel.',
	},

	access: {
		title: 'Mag zien en schakelen',
		titleOf: (what) => `${what}: mag`,
		may: { see: 'Zien', switch: 'Schakelen' },
		no: 'Nee',
		add: 'Kamer, apparaat of relais toevoegen…',
		rooms: 'Kamers',
		devices: 'Apparaten',
		relays: (device) => `Relais van ${isolate(device)}`,
		relayOf: (device, relay) => `${relay ?? 'Een verwijderd relais'}, ${device}`,
		gone: 'Een verwijderd apparaat',
		none: 'Nog niets gekozen.',
		full: (most) => `Je kunt er niet meer dan ${most} kiezen. Een kamer telt als één.`,
		roomHint: 'Een kamer omvat alle apparaten erin, ook als je ze later toevoegt.',
		until: 'Tot',
		untils: {
			tonight: 'Vannacht',
			sunday: 'Zondag',
			month: '1 maand',
			never: 'Geen einde',
			other: 'Anders…',
		},
		untilIs: (at, timeZone, now) =>
			`${at <= now ? 'Geëindigd' : 'Eindigt'} ${runTime(at, timeZone, now)}, volgens de tijd van ${zoneName(timeZone)}.`,
		noEnd: 'Tot je het intrekt.',
		otherLabel: 'Datum en tijd',
		otherHint: (timeZone) => `Volgens de tijd van ${zoneName(timeZone)}.`,
		weekly: 'Alleen op bepaalde uren van de week',
		days: 'Dagen',
		from: 'Van',
		to: 'Tot',
		nextDay: 'Eindigt de volgende dag.',
		problems: {
			grants: 'Kies minstens één kamer, apparaat of relais.',
			until: 'Vul een datum en een tijd in.',
			over: 'Dit moment is al voorbij.',
			weekdays: 'Kies minstens één dag.',
			time: 'Vul een tijd in.',
		},
	},

	invite: {
		open: 'Uitnodigen',
		title: 'Iemand uitnodigen',
		role: 'Rol',
		name: 'Voor wie (niet verplicht)',
		nameHint: 'Zodat je de uitnodiging herkent. De gebruikersnaam kiest de genodigde zelf.',
		presets: 'Begin met',
		preset: { cleaner: 'Schoonmaakhulp', neighbour: 'Buren', babysitter: 'Oppas' },
		presetHints: { cleaner: 'vaste uren per week', neighbour: 'tot een datum', babysitter: 'tot in de nacht' },
		make: 'Link maken',
		scan: 'Laat de code scannen, of stuur de link.',
		once: 'Voor één persoon, binnen 24 uur.',
		qr: 'QR-code van de uitnodiging',
		link: 'Link van de uitnodiging',
		copy: 'Link kopiëren',
		copied: 'Link gekopieerd.',
		share: 'Delen',
		shareText: (hub) => `Je uitnodiging voor ${isolate(hub)}`,
		local:
			'Deze link werkt alleen op deze computer. Open het dashboard via het netwerkadres van de hub en nodig van daaruit uit.',
		done: 'Klaar',
	},

	invitations: {
		title: 'Openstaande uitnodigingen',
		none: 'Geen. Een uitnodiging die is gebruikt of ouder is dan 24 uur, verdwijnt vanzelf.',
		line: (by, left) => `Gemaakt door ${isolate(by)} · ${left}`,
		left: (minutes) =>
			minutes >= 60 ? `nog ${Math.round(minutes / 60)} uur geldig` : `nog ${Math.max(1, minutes)} min geldig`,
		expires: (time) => `was geldig tot ${time}`,
		withdraw: 'Intrekken',
		withdrawOf: (whom) => `Uitnodiging voor ${isolate(whom)} intrekken`,
		withdrawn: 'De uitnodiging is ingetrokken.',
	},

	remove: {
		pending: 'Bijbehorende wachtende apparaten',
		keep: 'Zelf houden; nieuwe sleutels nodig',
		delete: 'Verwijderen',
		question: (name, devices, guest) => ({
			title: `${isolate(name)} verwijderen?`,
			action: 'Verwijderen',
			what: [
				{
					icon: 'exit',
					bad: true,
					title: 'Meteen overal uitgelogd',
					text: guest
						? 'Een open dashboard wordt leeggemaakt. Terugkomen kan alleen met een nieuwe uitnodiging.'
						: 'Terugkomen kan alleen met een nieuwe uitnodiging.',
				},
				...(devices > 0
					? [
							{
								icon: 'devices',
								bad: false,
								title: `${counted(devices, { one: 'apparaat wordt', other: 'apparaten worden' })} van jou`,
								text: 'Boards, namen, instellingen en geschiedenis blijven zoals ze zijn.',
							},
						]
					: []),
				{
					icon: 'activity',
					bad: false,
					title: 'Wat is gedaan, blijft bij ‘Activiteit’ staan',
					text: 'Onder de naam van toen.',
				},
			],
		}),
		done: (name) => `${isolate(name)} is verwijderd.`,
	},
};
