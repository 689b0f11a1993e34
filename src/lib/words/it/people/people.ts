import type { Words } from '$lib/words/all-words.ts';
import { runTime, zoneName } from '$lib/words/format/dates.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { daysOf, timeOf } from '$lib/words/format/days.ts';
import { counted } from '$lib/words/format/plural.ts';
import { at as atTime, until } from '../when.ts';

/** Names shown under a person; the rest is counted. */
const NAMED = 2;

const roles = { owner: 'Proprietario', member: 'Membro', guest: 'Ospite' };

/** The page of the people of a household, for owners. */
export const peopleWords: Words['peopleWords'] = {
	title: 'Persone',
	list: 'Tutti quelli con un account',
	back: 'Persone',
	roles,
	you: 'Tu',
	here: (asOf) => (asOf ? `Era online ${atTime(asOf)}` : 'Online adesso'),
	lastUsed: (at, age) => (at === null ? 'Nessun accesso' : `Ultimo uso: ${age(at)}`),
	reaches: (names) =>
		names.length > NAMED
			? `${names.slice(0, NAMED).join('; ')} e altri ${names.length - NAMED}`
			: names.join('; ') || 'Nulla',
	until: (at, timeZone, now) => (at <= now ? 'accesso scaduto' : until(runTime(at, timeZone, now))),
	weekly: ({ weekdays, fromMinute, toMinute }) => `${daysOf(weekdays)} ${timeOf(fromMinute)}–${timeOf(toMinute)}`,
	choose: 'Scegli una persona per cambiare ciò che può fare.',
	gone: 'Questa persona non è più nell’hub.',

	person: {
		sessions: (number) => (number === 0 ? 'Nessun accesso' : counted(number, { one: 'sessione', other: 'sessioni' })),
		tokens: (number) => `${number} token API`,
		devices: (devices, pending) =>
			[
				devices > 0 && counted(devices, { one: 'dispositivo', other: 'dispositivi' }),
				pending > 0 && `${pending} in attesa`,
			]
				.filter(Boolean)
				.join(', ') || 'Nessun proprio dispositivo',
		role: 'Ruolo',
		roleHints: {
			owner: 'Può fare tutto: persone, impostazioni e dispositivi degli altri.',
			member:
				'Aggiunge, comanda e modifica dispositivi. Non può eliminarli, né cambiare persone o impostazioni dell’hub.',
			guest: 'Vede e comanda solo ciò che scegli qui.',
		},
		roleEnds: 'Un nuovo ruolo chiude le sue sessioni e i suoi token API. Dovrà accedere di nuovo.',
		ownRoleEnds: 'Un nuovo ruolo chiude le tue sessioni e i tuoi token API. Dovrai accedere di nuovo.',
		lastOwner: 'L’unico proprietario non può avere un altro ruolo. Prima rendi proprietario qualcun altro.',
		updateOthers: 'Può aggiornare il firmware delle schede di altre persone',
		save: 'Salva',
		saved: (name) => `${isolate(name)}: salvato.`,
		discard: 'Scarta',
		elsewhere: 'Qualcun altro ha modificato questa persona. Se salvi, sostituisci le sue modifiche.',
		theirs: 'Mostra le sue',
		leave: {
			title: 'Uscire senza salvare?',
			action: 'Esci',
			what: [
				{
					icon: 'trash',
					bad: true,
					title: 'Le modifiche vanno perse',
					text: 'Per questa persona non cambia nulla.',
				},
			],
		},
		endSessions: 'Termina tutte le sessioni',
		ended: (name) => `${isolate(name)}: tutte le sessioni e i token API sono terminati.`,
		remove: 'Rimuovi',
		notYourself: 'Non puoi rimuovere te stesso. Può farlo un altro proprietario.',
	},

	access: {
		title: 'Può vedere e comandare',
		titleOf: (what) => `${what}: può`,
		may: { see: 'Vedere', switch: 'Comandare' },
		no: 'No',
		add: 'Aggiungi stanza, dispositivo o relè…',
		rooms: 'Stanze',
		devices: 'Dispositivi',
		relays: (device) => `Relè di ${isolate(device)}`,
		relayOf: (device, relay) => `${relay ?? 'Un relè che non c’è più'}, ${device}`,
		gone: 'Un dispositivo che non c’è più',
		none: 'Ancora nulla di scelto.',
		full: (most) => `Puoi scegliere al massimo ${most} voci. Una stanza conta una volta.`,
		roomHint: 'Una stanza comprende tutti i suoi dispositivi, anche quelli aggiunti in seguito.',
		until: 'Fino a',
		untils: {
			tonight: 'Stanotte',
			sunday: 'Domenica',
			month: '1 mese',
			never: 'Senza fine',
			other: 'Altro…',
		},
		untilIs: (at, timeZone, now) =>
			`${at <= now ? 'Scaduto' : 'Scade'} ${atTime(runTime(at, timeZone, now))}, secondo l’ora di ${zoneName(timeZone)}.`,
		noEnd: 'Finché non lo togli tu.',
		otherLabel: 'Data e ora',
		otherHint: (timeZone) => `Secondo l’ora di ${zoneName(timeZone)}.`,
		weekly: 'Solo in certe ore della settimana',
		days: 'Giorni',
		from: 'Dalle',
		to: 'Alle',
		nextDay: 'Finisce il giorno dopo.',
		problems: {
			grants: 'Scegli almeno una stanza, un dispositivo o un relè.',
			until: 'Inserisci una data e un’ora.',
			over: 'Questo momento è già passato.',
			weekdays: 'Scegli almeno un giorno.',
			time: 'Inserisci un’ora.',
		},
	},

	invite: {
		open: 'Invita',
		title: 'Invita qualcuno',
		role: 'Ruolo',
		name: 'Per chi (facoltativo)',
		nameHint: 'Per riconoscere l’invito. Il nome utente lo sceglie la persona stessa.',
		presets: 'Inizia da',
		preset: { cleaner: 'Pulizie', neighbour: 'Vicini', babysitter: 'Babysitter' },
		presetHints: {
			cleaner: 'orari settimanali',
			neighbour: 'fino a una data',
			babysitter: 'fino a notte',
		},
		make: 'Crea link',
		scan: 'Fallo inquadrare, o invia il link.',
		once: 'Per una persona, entro 24 ore.',
		qr: 'Codice QR dell’invito',
		link: 'Link dell’invito',
		copy: 'Copia link',
		copied: 'Link copiato.',
		share: 'Condividi',
		shareText: (hub) => `Il tuo invito a ${isolate(hub)}`,
		local:
			'Questo link funziona solo su questo computer. Apri la dashboard all’indirizzo di rete dell’hub e invita da lì.',
		done: 'Fatto',
	},

	invitations: {
		title: 'Inviti aperti',
		none: 'Nessuno. Un invito usato, o più vecchio di 24 ore, sparisce da solo.',
		line: (by, left) => `Creato da ${isolate(by)} · ${left}`,
		left: (minutes) =>
			minutes >= 60 ? `vale ancora ${Math.round(minutes / 60)} h` : `vale ancora ${Math.max(1, minutes)} min`,
		expires: (time) => `scadenza: ${time}`,
		withdraw: 'Ritira',
		withdrawOf: (whom) => `Ritira l’invito per ${isolate(whom)}`,
		withdrawn: 'L’invito è stato ritirato.',
	},

	remove: {
		pending: 'I suoi dispositivi in attesa',
		keep: 'Diventano tuoi; servono nuove chiavi',
		delete: 'Elimina',
		question: (name, devices, guest) => ({
			title: `Rimuovere ${isolate(name)}?`,
			action: 'Rimuovi',
			what: [
				{
					icon: 'exit',
					bad: true,
					title: 'Tutte le sue sessioni finiscono subito',
					text: guest
						? 'Una sua dashboard aperta viene svuotata. Per tornare serve un nuovo invito.'
						: 'Per tornare serve un nuovo invito.',
				},
				...(devices > 0
					? [
							{
								icon: 'devices',
								bad: false,
								title: counted(devices, { one: 'dispositivo diventa tuo', other: 'dispositivi diventano tuoi' }),
								text: 'Schede, nomi, impostazioni e cronologia restano come sono.',
							},
						]
					: []),
				{
					icon: 'activity',
					bad: false,
					title: 'Ciò che ha fatto resta in Attività',
					text: 'Con il nome che aveva.',
				},
			],
		}),
		done: (name) => `${isolate(name)} non fa più parte di questo hub.`,
	},
};
