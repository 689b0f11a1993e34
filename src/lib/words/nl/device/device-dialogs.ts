import type { TokensOfDevice } from '$protocol/dashboard/people/api-tokens.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import type { QuestionLine } from '$lib/words/format/question.ts';

const relaysStay = (relays: string): QuestionLine => ({
	icon: 'relay',
	bad: false,
	title: 'Relais blijven zoals ze nu zijn',
	text: relays ? `${relays}.` : 'Het board gaat door met zijn eigen regels.',
});

/** What becomes of the board of a device that is deleted, and of its token. */
function boardOf(simulated: boolean, legacy: boolean): QuestionLine {
	if (simulated)
		return {
			icon: 'box',
			bad: true,
			title: 'Het virtuele board verdwijnt ook',
			text: 'Deze hub stopt met simuleren.',
		};
	if (legacy)
		return {
			icon: 'key',
			bad: true,
			title: 'Het Legacy-token werkt meteen niet meer',
			text: 'Het board, en wat er verder mee pollt, krijgt te horen dat de hub het niet kent.',
		};
	return {
		icon: 'usb',
		bad: true,
		title: 'Terugkomen kan alleen na opnieuw flashen',
		text: 'Het token werkt niet meer, dus het board kan geen verbinding maken.',
	};
}

/** What becomes of the API tokens that name a device that is deleted. */
function tokenLines(of: TokensOfDevice | undefined): QuestionLine[] {
	if (!of || of.tokens.length === 0) return [];
	const named = of.tokens.map(({ name, person, isLast }) => {
		const token = `${isolate(name)} van ${isolate(person)}`;
		return isLast ? `${token}, dat dan niets meer schakelt` : token;
	});
	const many = of.tokens.length + of.more > 1;
	const more = of.more > 0 ? `; en nog ${of.more}` : '';
	const rest = of.tokens.every(({ isLast }) => isLast) ? '' : ' De andere rechten blijven.';
	return [
		{
			icon: 'key',
			bad: true,
			title: many
				? 'API-tokens verliezen de relais van dit apparaat'
				: 'Een API-token verliest de relais van dit apparaat',
			text: `${named.join('; ')}${more}.${rest}`,
		},
	];
}

/** The questions on the page of a device. */
export const deviceDialogs: Words['deviceDialogs'] = {
	rotate: (name) => ({
		title: `Token van ${isolate(name)} vernieuwen?`,
		action: 'Token vernieuwen',
		what: [
			{
				icon: 'refresh',
				bad: false,
				title: 'Een nieuw token via de versleutelde verbinding',
				text: 'Het board neemt het meteen, zonder opnieuw te flashen.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Het oude vervalt zodra het board met het nieuwe verbinding heeft',
				text: 'Tot die tijd werkt het nog, dus het board kan niet buitengesloten raken.',
			},
			{
				icon: 'relay',
				bad: false,
				title: 'Er schakelt geen relais',
				text: 'Naam, geschiedenis en instellingen blijven.',
			},
		],
	}),
	instead: 'Kan iemand het oude token kennen, of is het een nieuw board?',
	insteadLink: 'Maak dan nieuwe firmware',

	regenerate: (name) => ({
		title: `Nieuwe firmware voor ${isolate(name)} maken?`,
		action: 'Token vernieuwen',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Het oude token werkt meteen niet meer',
				text: 'De verbinding met het board wordt verbroken, en het kan er niet mee terugkomen.',
			},
			{
				icon: 'usb',
				bad: true,
				title: 'Opnieuw flashen is nodig',
				text: 'Je krijgt een nieuwe registratiesleutel, 24 uur geldig, en het nieuwe bestand van het board.',
			},
			{
				icon: 'clock',
				bad: false,
				title: 'Naam, geschiedenis en instellingen blijven',
				text: 'Het wordt weer hetzelfde apparaat.',
			},
		],
	}),

	revoke: (name, relays) => ({
		title: `Token van ${isolate(name)} intrekken?`,
		action: 'Token intrekken',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Meteen geen verbinding meer',
				text: 'Niemand kan het dan van hieruit schakelen. Ook een board dat weg is, kan niet terugkomen.',
			},
			{
				icon: 'usb',
				bad: true,
				title: 'Terugkomen kan alleen na opnieuw flashen',
				text: 'Het kan geen verbinding maken tot je nieuwe firmware maakt.',
			},
			relaysStay(relays),
			{
				icon: 'clock',
				bad: false,
				title: 'Naam en geschiedenis blijven',
				text: 'Het apparaat blijft bij Mijn apparaten staan, zonder board.',
			},
		],
	}),
	milder: ['Alleen een nieuw token nodig? Met', 'Token vernieuwen', 'blijft het board verbonden.'],
	relayIs: (name, on) => `${isolate(name)} ${on ? 'aan' : 'uit'}`,

	upgrade: (name) => ({
		title: `${isolate(name)} upgraden naar Secure v2?`,
		action: 'Upgraden naar Secure v2',
		what: [
			{
				icon: 'usb',
				bad: false,
				title: 'Opnieuw flashen is nodig',
				text: 'Je krijgt een registratiesleutel, 24 uur geldig, en het nieuwe bestand van het board.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Het polling-token werkt tot die tijd',
				text: 'Het vervalt zodra het board met Secure v2 verbinding heeft gemaakt.',
			},
			{
				icon: 'clock',
				bad: false,
				title: 'Naam en geschiedenis blijven',
				text: 'Het wordt weer hetzelfde apparaat.',
			},
		],
	}),

	remove: (name, relays, { simulated, legacy, tokens }) => ({
		title: `${isolate(name)} verwijderen?`,
		action: 'Apparaat verwijderen',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Meteen geen verbinding meer',
				text: 'Niemand kan het dan van hieruit schakelen.',
			},
			boardOf(simulated, legacy),
			...tokenLines(tokens),
			{
				icon: 'trash',
				bad: true,
				title: 'De geschiedenis wordt verwijderd',
				text: 'Naam, instellingen, metingen en logboek zijn voorgoed weg.',
			},
			...(simulated ? [] : [relaysStay(relays)]),
		],
	}),

	reboot: (name) => ({
		title: `${isolate(name)} herstarten?`,
		action: 'Herstarten',
		what: [
			{ icon: 'power', bad: true, title: 'Een paar seconden weg', text: 'Het komt vanzelf terug.' },
			{
				icon: 'relay',
				bad: false,
				title: 'Relais komen terug zoals ze nu zijn',
				text: 'Contacten kunnen even afvallen terwijl de chip wordt gereset.',
			},
		],
	}),

	removeRelay: (name) => ({
		title: `Relais ${isolate(name)} verwijderen?`,
		action: 'Relais verwijderen',
		what: [
			{
				icon: 'calendar',
				bad: true,
				title: 'De schema’s ervan verdwijnen ook',
				text: 'De wandschakelaars ervan schakelen niets meer.',
			},
			{
				icon: 'play',
				bad: true,
				title: 'Het verdwijnt uit zijn scènes',
				text: 'Ongedaan maken herstelt dit niet.',
			},
			{ icon: 'check', bad: false, title: 'Pas als je opslaat', text: 'Met Verwerpen komt het terug.' },
		],
	}),
};
