import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The Wi-Fi of a board: its form, the second network, and changing it by cable. */
export const wifiWords: Words['wifiWords'] = {
	ssid: 'Netwerknaam',
	ssidHint: 'Boards gebruiken alleen netwerken van 2,4 GHz.',
	password: 'Wachtwoord',
	open: 'Leeg voor een open netwerk.',
	intoFile: 'Komt in het bestand van het board.',
	kept: {
		legend: 'Netwerk',
		mark: 'bewaard op deze hub',
		other: 'Ander netwerk',
		keep: 'Op deze hub bewaren voor het volgende board',
		keepHint: 'Versleuteld. Wie boards toevoegt, kan het aan een board geven.',
		already: (ssid) => `Deze hub bewaart ${isolate(ssid)} al. Wat je hier typt, geldt alleen voor dit board.`,
		full: (most) => `Deze hub bewaart al ${most} netwerken, dus dit geldt alleen voor dit board.`,
	},
	problems: {
		choose: 'Kies een netwerk.',
		shortSecured: (least) => `Minstens ${least} tekens.`,
	},

	second: {
		title: 'Tweede wifi-netwerk',
		lead: 'Valt het eigen netwerk uit, dan gebruikt het board dit. De hub stuurt het via de versleutelde verbinding, zonder opnieuw te flashen.',
		set: (ssid) => `Wijkt uit naar ${isolate(ssid)}`,
		none: 'Nog geen',
		save: 'Tweede netwerk instellen',
		change: 'Wijzigen',
		remove: 'Verwijderen',
		saved: (ssid) => `${isolate(ssid)} is nu het tweede netwerk.`,
		removed: 'Het tweede netwerk is verwijderd.',
	},

	usb: {
		title: 'Wifi via USB',
		open: 'Ander wifi-netwerk geven via USB',
		openHint: 'Voor een board dat zijn wifi kwijt is: via de kabel, zonder te flashen.',
		lead: 'Een board dat zijn wifi kwijt is, krijgt via de kabel een ander netwerk. Er wordt niets geflasht; token en instellingen blijven.',
		connect: 'Verbinden via USB',
		choosing: 'Kies de poort van het board in het venster van de browser.',
		again: 'Opnieuw verbinden',
		disconnect: 'Verbinding verbreken',
		over: 'De verbinding is verbroken: de kabel is los, of een ander programma gebruikt de poort.',
		another: (board, name) => `Het board op deze poort is ${board}, niet dat van ${isolate(name)}.`,
		change: 'Ander wifi-netwerk',
		heading: 'Geef het een ander wifi-netwerk',
		how: 'Naam en wachtwoord gaan via de kabel naar het board.',
		asking: 'Het board wordt naar netwerken gevraagd…',
		silent: [
			'Het board antwoordt niet.',
			'Misschien kan de firmware geen wifi instellen via de kabel, of is dit de poort van iets anders. Herstart het board en vraag opnieuw, of maak er nieuwe firmware voor.',
		],
		askAgain: 'Opnieuw vragen',
		scanning: 'Netwerken zoeken…',
		heard: 'Netwerken in bereik van het board',
		none: 'Geen netwerk gevonden. Dit soort boards gebruikt alleen 2,4 GHz. Je kunt nog wel een naam typen.',
		isOpen: 'open',
		strength: (dBm) => `${String(dBm).replace('-', '−')} dBm`,
		other: 'Ander netwerk',
		look: 'Opnieuw zoeken',
		join: 'Verbinden',
		joining: (ssid) => `Verbinden met ${isolate(ssid)}… Dit kan een minuut duren.`,
		joined: (ssid) => [`Verbonden met ${isolate(ssid)}.`, 'Het board onthoudt dit netwerk en zoekt nu deze hub.'],
		problem(problem, trouble, ssid) {
			if (problem === 'no-answer')
				return ['Het board heeft geen resultaat gemeld.', 'Kijk hieronder in het logboek en probeer het opnieuw.'];
			if (problem === 'not-taken')
				return ['Het board heeft het niet aangenomen.', 'Herstart het board en probeer het opnieuw.'];
			if (trouble === 'wifi-password')
				return [`${isolate(ssid)} laat het board niet toe.`, 'Typ het wachtwoord nog eens.'];
			if (trouble === 'wifi-missing')
				return [`Het board vindt ${isolate(ssid)} niet.`, 'Klopt de naam precies, en is het 2,4 GHz?'];
			return [`Verbinden met ${isolate(ssid)} lukte niet.`, 'Klopt het wachtwoord, en is het board in bereik?'];
		},
		steps: {
			cable: ['Verbonden via USB', 'De poort is open', 'Via de poort die je kiest'],
		},
	},
};
