import type { Words } from '$lib/words/all-words.ts';
import { counted } from '$lib/words/format/plural.ts';
import type { ACCOUNT_FAULT_WORDS } from '$protocol/dashboard/fault-words/account-faults.ts';

function waitWords(seconds: number): string {
	if (seconds < 60) return counted(seconds, { one: 'Sekunde', other: 'Sekunden' });
	return counted(Math.ceil(seconds / 60), { one: 'Minute', other: 'Minuten' });
}

/** What is refused about people, their sign-ins, second factors, invitations and API tokens. */
export const accountFaults: Pick<Words['faultWords'], keyof typeof ACCOUNT_FAULT_WORDS> = {
	'wrong-code': () => 'Das ist nicht der Einrichtungscode, den der Hub ausgegeben hat.',
	'wrong-credentials': () => 'Benutzername oder Passwort ist falsch.',
	'already-set-up': () => 'Dieser Hub hat schon seinen Besitzer. Melde dich stattdessen an.',
	'name-as-password': () => 'Ein Name ist kein Passwort. Wähle etwas, das andere nicht wissen.',
	'common-password': () => 'Dieses Passwort probieren alle zuerst. Wähle ein anderes.',
	'not-signed-in': () => 'Melde dich zuerst an.',
	'not-allowed': () => 'Dein Konto darf das nicht. Frage den Besitzer des Hubs.',
	'may-not-switch': () => 'Du darfst das nicht schalten.',
	'room-of-guests': ({ room }) =>
		`Gäste haben den Raum ${room} bekommen. Nur ein Besitzer verschiebt Geräte hinein oder heraus.`,
	'not-your-pending': () => 'Dieses ausstehende Gerät hat jemand anderes angelegt.',
	'not-your-device': () => 'Das darf nur ein Besitzer mit Geräten anderer tun.',
	'current-password-wrong': () => 'Dein jetziges Passwort ist falsch.',
	'second-factor-needed': () =>
		'Gib den Code ein, den deine Authenticator-App zeigt, oder einen Wiederherstellungscode.',
	'second-factor-wrong': ({ time }) =>
		`Dieser Code stimmt nicht. Ein Code gilt eine halbe Minute: Klappt es mehrmals nicht, vergleiche die Uhr deines Handys mit der des Hubs (${time}).`,
	'second-factor-used': () => 'Dieser Code wurde schon benutzt. Warte auf den nächsten.',
	'second-factor-over': () =>
		'Diese Anmeldung hat zu lange gedauert, hatte zu viele falsche Codes oder geht in einem anderen Netz weiter, als sie begann. Melde dich noch einmal an.',
	'second-factor-on': () => 'Dein zweiter Faktor ist schon an.',
	'second-factor-off': () => 'Dein zweiter Faktor ist nicht an.',
	'second-factor-not-begun': () =>
		'Das Einrichten des zweiten Faktors hat zu lange gedauert, wurde anderswo neu begonnen, oder der Hub ist neu gestartet. Beginne noch einmal.',
	'second-factor-of-none': ({ name }) => `${name} hat keinen zweiten Faktor.`,
	'second-factor-own': () =>
		'Deinen eigenen zweiten Faktor schaltest du unter „Dein Konto“ aus. Ohne Code führe dies auf dem Rechner des Hubs aus: npm run hub -- reset-password USER',
	'name-taken': ({ name }) => `Es gibt schon eine Person namens ${name}. Wähle einen anderen Namen.`,
	'renamed-too-often': () => 'Du hast deinen Namen mehrmals geändert. Versuche es in einer Stunde noch einmal.',
	'arranged-too-often': () => 'Du hast „Zuhause“ sehr oft umgeordnet. Versuche es in einer Stunde noch einmal.',
	'preferences-too-often': () =>
		'Du hast Sprache und Formate sehr oft geändert. Versuche es in einer Stunde noch einmal.',
	'no-such-person': () => 'Diese Person ist nicht mehr auf dem Hub.',
	'not-a-guest': ({ name }) => `${name} ist kein Gast und sieht alles.`,
	'last-owner': () => 'Ein Hub braucht einen Besitzer. Mache zuerst jemand anderen zum Besitzer.',
	'not-yourself': () => 'Du kannst dich nicht selbst entfernen. Ein anderer Besitzer kann es.',
	'no-such-invitation': () =>
		'Diese Einladung gilt nicht: Sie wurde benutzt oder zurückgezogen, oder ihre Zeit ist um. Bitte um eine neue.',
	'too-many-people': ({ most }) => `Es gibt schon ${most} Personen. Entferne zuerst einige.`,
	'too-many-invitations': ({ most }) => `Es gibt schon ${most} offene Einladungen. Ziehe zuerst einige zurück.`,
	'choose-access': () => 'Wähle mindestens einen Raum, ein Gerät oder ein Relais.',
	'access-over': () => 'Die Zeit dieses Zugangs ist schon vorbei.',
	'guest-needs-access': () => 'Wähle, was der Gast sehen oder schalten darf.',
	'no-such-session': () => 'Diese Sitzung ist schon beendet.',
	'wall-locked': () => 'Dieser Browser ist ein gesperrtes Wandtablet. Entsperre es dort zuerst mit seiner PIN.',
	'wall-pin-digits': ({ least, most }) => `Eine PIN hat ${least} bis ${most} Ziffern.`,
	'wall-pin-wrong': () => 'Diese PIN ist falsch.',
	'no-such-lock-out': () => 'Diese Sperre ist schon vorbei.',
	'wrong-api-token': () =>
		'Dieses API-Token gilt nicht: Es ist vertippt oder wurde beendet. Erstelle ein anderes in deinem Konto.',
	'api-token-over': () => 'Die Zeit dieses API-Tokens ist um. Erstelle ein anderes in deinem Konto.',
	'api-token-may-not': () => 'Dieses API-Token darf das nicht. Erstelle eines, das darf, oder melde dich an.',
	'no-such-api-token': () => 'Dieses API-Token ist schon beendet.',
	'too-many-api-tokens': ({ most }) => `Du hast schon ${most} API-Tokens. Beende zuerst einige.`,
	'choose-token-parts': () => 'Wähle mindestens ein Relais oder eine Szene.',
	'token-end-wrong': ({ years }) => `Wähle ein Ende in den nächsten ${years} Jahren, oder keines.`,
	'too-many-failures': ({ seconds }) => `Zu viele Fehlversuche. Versuche es in ${waitWords(seconds)} noch einmal.`,
	'too-many-signing-in': () => 'Gerade melden sich zu viele an. Versuche es in einer Sekunde noch einmal.',
	'too-many-unknown-tokens': () => 'Zu viele unbekannte Tokens von dieser Adresse. Versuche es später noch einmal.',
};
