import type { Words } from '$lib/words/all-words.ts';
import { counted } from '$lib/words/format/plural.ts';
import type { ACCOUNT_FAULT_WORDS } from '$protocol/dashboard/fault-words/account-faults.ts';

function waitWords(seconds: number): string {
	if (seconds < 60) return `${seconds} sec`;
	return counted(Math.ceil(seconds / 60), { one: 'minuut', other: 'minuten' });
}

/** What is refused about people, their sign-ins, second factors, invitations and API tokens. */
export const accountFaults: Pick<Words['faultWords'], keyof typeof ACCOUNT_FAULT_WORDS> = {
	'wrong-code': () => 'Dit is niet de installatiecode die de hub toonde.',
	'wrong-credentials': () => 'Gebruikersnaam of wachtwoord klopt niet.',
	'already-set-up': () => 'Deze hub heeft al een eigenaar. Log in.',
	'name-as-password': () => 'Een naam is geen wachtwoord. Kies iets wat anderen niet weten.',
	'common-password': () => 'Dit is een van de wachtwoorden die iedereen als eerste probeert. Kies een ander.',
	'not-signed-in': () => 'Log eerst in.',
	'not-allowed': () => 'Dit mag niet met jouw account. Vraag het de eigenaar van de hub.',
	'may-not-switch': () => 'Je mag dit niet schakelen.',
	'room-of-guests': ({ room }) =>
		`Gasten hebben toegang tot de kamer ${room}. Alleen een eigenaar mag er apparaten in of uit verplaatsen.`,
	'not-your-pending': () => 'Iemand anders heeft dit wachtende apparaat gemaakt.',
	'not-your-device': () => 'Alleen een eigenaar mag dit met een apparaat van iemand anders.',
	'current-password-wrong': () => 'Je huidige wachtwoord klopt niet.',
	'second-factor-needed': () => 'Typ de code uit je authenticator-app, of een herstelcode.',
	'second-factor-wrong': ({ time }) =>
		`Deze code klopt niet. Een code is een halve minuut geldig. Mislukt het steeds, vergelijk dan de klok van je telefoon met die van de hub: daar is het ${time}.`,
	'second-factor-used': () => 'Deze code is al gebruikt. Wacht op de volgende.',
	'second-factor-over': () =>
		'Dit inloggen duurde te lang, had te veel foute codes, of ging verder in een ander netwerk. Log opnieuw in.',
	'second-factor-on': () => 'Tweestapsverificatie staat al aan.',
	'second-factor-off': () => 'Tweestapsverificatie staat niet aan.',
	'second-factor-not-begun': () =>
		'Het instellen duurde te lang, is elders opnieuw begonnen, of de hub is herstart. Begin opnieuw.',
	'second-factor-of-none': ({ name }) => `${name} heeft geen tweestapsverificatie.`,
	'second-factor-own': () =>
		'Zet je eigen tweestapsverificatie uit bij ‘Je account’. Heb je geen code, voer dan dit uit op de computer van de hub: npm run hub -- reset-password GEBRUIKER',
	'name-taken': ({ name }) => `Er is al iemand die ${name} heet. Kies een andere naam.`,
	'renamed-too-often': () => 'Je hebt je naam meerdere keren gewijzigd. Probeer het over een uur opnieuw.',
	'arranged-too-often': () => 'Je hebt ‘Thuis’ heel vaak geordend. Probeer het over een uur opnieuw.',
	'preferences-too-often': () => 'Je hebt je voorkeuren heel vaak gewijzigd. Probeer het over een uur opnieuw.',
	'no-such-person': () => 'Deze persoon staat niet meer op de hub.',
	'not-a-guest': ({ name }) => `${name} is geen gast, en ziet alles.`,
	'last-owner': () => 'Een hub heeft een eigenaar nodig. Maak eerst iemand anders eigenaar.',
	'not-yourself': () => 'Je kunt jezelf niet verwijderen. Een andere eigenaar kan dat wel.',
	'no-such-invitation': () =>
		'Deze uitnodiging is niet geldig: ze is gebruikt, ingetrokken of verlopen. Vraag een nieuwe.',
	'too-many-people': ({ most }) => `Er zijn al ${most} personen. Verwijder er eerst een paar.`,
	'too-many-invitations': ({ most }) => `Er staan al ${most} uitnodigingen open. Trek er eerst een paar in.`,
	'choose-access': () => 'Kies minstens één kamer, apparaat of relais.',
	'access-over': () => 'De tijd van deze toegang is al voorbij.',
	'guest-needs-access': () => 'Kies wat de gast mag zien of schakelen.',
	'no-such-session': () => 'Deze sessie is al beëindigd.',
	'wall-locked': () => 'Deze browser is een vergrendeld wandpaneel. Ontgrendel het daar eerst met de pincode.',
	'wall-pin-digits': ({ least, most }) => `Een pincode heeft ${least} tot ${most} cijfers.`,
	'wall-pin-wrong': () => 'Deze pincode klopt niet.',
	'no-such-lock-out': () => 'Deze blokkade is al voorbij.',
	'wrong-api-token': () =>
		'Dit API-token is niet geldig: het is verkeerd getypt of beëindigd. Maak een nieuw in je account.',
	'api-token-over': () => 'De tijd van dit API-token is voorbij. Maak een nieuw in je account.',
	'api-token-may-not': () => 'Dit API-token mag dit niet. Maak er een dat het wel mag, of log in.',
	'no-such-api-token': () => 'Dit API-token is al beëindigd.',
	'too-many-api-tokens': ({ most }) => `Je hebt al ${most} API-tokens. Beëindig er eerst een paar.`,
	'choose-token-parts': () => 'Kies minstens één relais of scène.',
	'token-end-wrong': ({ years }) => `Kies een einde binnen de komende ${years} jaar, of geen.`,
	'too-many-failures': ({ seconds }) => `Te veel mislukte pogingen. Probeer het over ${waitWords(seconds)} opnieuw.`,
	'too-many-signing-in': () => 'Er loggen te veel mensen tegelijk in. Probeer het over een seconde opnieuw.',
	'too-many-unknown-tokens': () => 'Te veel onbekende tokens vanaf dit adres. Probeer het later opnieuw.',
};
