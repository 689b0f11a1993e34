import type { Words } from '$lib/words/all-words.ts';
import { runTime, zoneName } from '$lib/words/format/dates.ts';
import { daysOf, timeOf } from '$lib/words/format/days.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { onDay, until } from '../articles.ts';

/** Names shown under a person; the rest is counted. */
const NAMED = 2;

/** The page of the people of a household, for owners. */
export const peopleWords: Words['peopleWords'] = {
	title: 'Personnes',
	list: 'Toutes les personnes qui ont un compte',
	back: 'Personnes',
	roles: { owner: 'Propriétaire', member: 'Membre', guest: 'Invité' },
	you: 'Vous',
	here: (asOf) => (asOf ? `Était en ligne (${asOf})` : 'En ligne'),
	lastUsed: (at, age) => (at === null ? 'Pas de connexion' : `Dernière utilisation : ${age(at)}`),
	reaches: (names) =>
		names.length > NAMED
			? `${names.slice(0, NAMED).join(' ; ')} et ${names.length - NAMED} de plus`
			: names.join(' ; ') || 'Rien',
	until: (at, timeZone, now) => (at <= now ? 'accès terminé' : until(runTime(at, timeZone, now))),
	weekly: ({ weekdays, fromMinute, toMinute }) => `${daysOf(weekdays)} ${timeOf(fromMinute)}–${timeOf(toMinute)}`,
	choose: 'Choisissez une personne pour changer ce qu’elle peut faire.',
	gone: 'Cette personne n’est plus sur le hub.',

	person: {
		sessions: (number) => (number === 0 ? 'Pas de connexion' : counted(number, { one: 'session', other: 'sessions' })),
		tokens: (number) => counted(number, { one: 'jeton API', other: 'jetons API' }),
		devices: (devices, pending) =>
			[devices > 0 && counted(devices, { one: 'appareil', other: 'appareils' }), pending > 0 && `${pending} en attente`]
				.filter(Boolean)
				.join(', ') || 'Aucun appareil à son nom',
		role: 'Rôle',
		roleHints: {
			owner: 'Peut tout faire : personnes, paramètres, et appareils des autres.',
			member:
				'Ajoute, commande et modifie les appareils. Ne peut ni en supprimer, ni changer les personnes ou les paramètres du hub.',
			guest: 'Ne voit et ne commande que ce qui est choisi ici.',
		},
		roleEnds: 'Un nouveau rôle déconnecte la personne et supprime ses jetons API. Elle devra se reconnecter.',
		ownRoleEnds: 'Un nouveau rôle vous déconnecte et supprime vos jetons API. Vous devrez vous reconnecter.',
		lastOwner: 'Le seul propriétaire ne peut pas changer de rôle. Donnez d’abord ce rôle à quelqu’un d’autre.',
		updateOthers: 'Peut mettre à jour le firmware des cartes des autres',
		save: 'Enregistrer',
		saved: (name) => `${isolate(name)} : enregistré.`,
		discard: 'Abandonner',
		elsewhere: 'Quelqu’un d’autre a modifié cette personne. Enregistrer remplace ces modifications.',
		theirs: 'Afficher l’autre version',
		leave: {
			title: 'Quitter sans enregistrer ?',
			action: 'Quitter',
			what: [
				{
					icon: 'trash',
					bad: true,
					title: 'Vos modifications sont perdues',
					text: 'Rien ne change pour cette personne.',
				},
			],
		},
		endSessions: 'Fermer toutes les sessions',
		ended: (name) => `Toutes les sessions de ${isolate(name)} sont fermées, et ses jetons API supprimés.`,
		remove: 'Retirer',
		notYourself: 'Vous ne pouvez pas vous retirer vous-même. Un autre propriétaire le peut.',
	},

	access: {
		title: 'Peut voir et commander',
		titleOf: (what) => `${what} : droits`,
		may: { see: 'Voir', switch: 'Commander' },
		no: 'Non',
		add: 'Ajouter pièce, appareil ou relais…',
		rooms: 'Pièces',
		devices: 'Appareils',
		relays: (device) => `Relais de ${isolate(device)}`,
		relayOf: (device, relay) => `${relay ?? 'Un relais supprimé'}, ${device}`,
		gone: 'Un appareil supprimé',
		none: 'Rien n’est encore choisi.',
		full: (most) => `Vous pouvez en choisir ${most} au plus. Une pièce compte pour un.`,
		roomHint: 'Une pièce comprend tous ses appareils, y compris ceux ajoutés plus tard.',
		until: 'Jusqu’à',
		untils: {
			tonight: 'Ce soir',
			sunday: 'Dimanche',
			month: '1 mois',
			never: 'Sans fin',
			other: 'Autre…',
		},
		untilIs: (at, timeZone, now) =>
			`${at <= now ? 'A pris fin' : 'Prend fin'} ${onDay(runTime(at, timeZone, now))}, heure du fuseau ${zoneName(timeZone)}.`,
		noEnd: 'Jusqu’à ce que vous le retiriez.',
		otherLabel: 'Date et heure',
		otherHint: (timeZone) => `Heure du fuseau ${zoneName(timeZone)}.`,
		weekly: 'Seulement à certaines heures de la semaine',
		days: 'Jours',
		from: 'De',
		to: 'À',
		nextDay: 'Se termine le lendemain.',
		problems: {
			grants: 'Choisissez au moins une pièce, un appareil ou un relais.',
			until: 'Saisissez une date et une heure.',
			over: 'Ce moment est déjà passé.',
			weekdays: 'Choisissez au moins un jour.',
			time: 'Saisissez une heure.',
		},
	},

	invite: {
		open: 'Inviter',
		title: 'Inviter quelqu’un',
		role: 'Rôle',
		name: 'Pour qui (facultatif)',
		nameHint: 'Pour reconnaître l’invitation. La personne choisit elle-même son nom d’utilisateur.',
		presets: 'Modèle de départ',
		preset: { cleaner: 'Ménage', neighbour: 'Voisinage', babysitter: 'Baby-sitting' },
		presetHints: {
			cleaner: 'heures fixes',
			neighbour: 'jusqu’à une date',
			babysitter: 'jusque dans la nuit',
		},
		make: 'Créer le lien',
		scan: 'Faites-le scanner, ou envoyez le lien.',
		once: 'Pour une personne, pendant 24 heures.',
		qr: 'QR code de l’invitation',
		link: 'Lien de l’invitation',
		copy: 'Copier le lien',
		copied: 'Lien copié.',
		share: 'Partager',
		shareText: (hub) => `Votre invitation : ${isolate(hub)}`,
		local:
			'Ce lien ne fonctionne que sur cet ordinateur. Ouvrez le tableau de bord par l’adresse réseau du hub et invitez depuis là.',
		done: 'Terminé',
	},

	invitations: {
		title: 'Invitations ouvertes',
		none: 'Aucune. Une invitation utilisée ou vieille de plus de 24 heures disparaît toute seule.',
		line: (by, left) => `Créée par ${isolate(by)} · ${left}`,
		left: (minutes) =>
			minutes >= 60 ? `encore valable ${Math.round(minutes / 60)} h` : `encore valable ${Math.max(1, minutes)} min`,
		expires: (time) => `était valable ${until(time)}`,
		withdraw: 'Retirer',
		withdrawOf: (whom) => `Retirer l’invitation pour ${isolate(whom)}`,
		withdrawn: 'L’invitation est retirée.',
	},

	remove: {
		pending: 'Ses appareils en attente',
		keep: 'Les reprendre ; nouvelles clés nécessaires',
		delete: 'Supprimer',
		question: (name, devices, guest) => ({
			title: `Retirer ${isolate(name)} ?`,
			action: 'Retirer',
			what: [
				{
					icon: 'exit',
					bad: true,
					title: 'Déconnexion immédiate, partout',
					text: guest
						? 'Un tableau de bord encore ouvert est vidé. Pour revenir, il faut une nouvelle invitation.'
						: 'Pour revenir, il faut une nouvelle invitation.',
				},
				...(devices > 0
					? [
							{
								icon: 'devices',
								bad: false,
								title: counted(devices, {
									one: 'appareil devient le vôtre',
									other: 'appareils deviennent les vôtres',
								}),
								text: 'Cartes, noms, paramètres et historique restent tels quels.',
							},
						]
					: []),
				{
					icon: 'activity',
					bad: false,
					title: 'Ses actions restent dans Activité',
					text: 'Sous le nom porté jusqu’ici.',
				},
			],
		}),
		done: (name) => `Compte retiré : ${isolate(name)}.`,
	},
};
