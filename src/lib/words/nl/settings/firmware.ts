import type { Words } from '$lib/words/all-words.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { dateOf } from '$lib/words/format/dates.ts';
import { counted } from '$lib/words/format/plural.ts';

const boards = (n: number) => counted(n, { one: 'board', other: 'boards' });
const devices = (n: number) => counted(n, { one: 'apparaat', other: 'apparaten' });

/** The firmware that the hub has ready for boards, on the page of the settings. */
export const firmwareWords: Words['firmwareWords'] = {
	title: 'Firmware',
	lead: 'Hiermee worden boards geflasht en bijgewerkt. Het zit in één bestand, het firmwarepakket.',
	looking: 'Firmware wordt gezocht…',
	none: 'Voor geen enkel board is al firmware klaar.',
	noneThen: (file) => `Voeg het pakket van deze versie toe, ${file}.`,
	ready: (ready, all) => `Klaar voor ${ready} van ${boards(all)}`,
	list: 'Boards en hun firmware',
	notReady: 'Niets klaar',
	from: {
		folder: (version) => `${version} · met de hand op de hub gezet`,
		pack: (version) => `${version} · uit een pakket`,
		hub: (version) => `${version} · met de hub meegekomen`,
	},
	hidden: (version) => `${version} is er ook, maar wat er met de hand is neergezet gaat voor.`,
	choose: 'Firmwarepakket kiezen',
	drop: 'Of sleep het bestand hierheen.',
	oneFile: 'Sleep één bestand hierheen.',
	sending: 'Het pakket gaat naar de hub',
	checking: 'Elk bestand wordt gecontroleerd',
	placing: 'Het pakket wordt neergezet',
	amount: (done, of) => `${bytesWord(done)} van ${bytesWord(of)}`,
	cancel: 'Annuleren',
	stopped: 'Gestopt. Er is niets gewijzigd.',
	installed: (version, n) => `Het pakket van Mooring ${version} is geïnstalleerd: ${boards(n)}.`,
	what: 'Wat ervan is geworden',
	boardHas: (board, version) => `${board}: ${version}`,
	unknown: (board) => `${board}: weggelaten, deze hub kent het niet.`,
	older: 'De hub heeft voor al deze boards andere firmware en blijft die aanbieden.',
	packs: 'Pakketten op deze hub',
	pack: (version) => `Mooring ${version}`,
	about: (at, bytes) => `Sinds ${dateOf(at)} · ${bytesWord(bytes)}`,
	offered: (n, all) =>
		n === 0 ? 'Niet aangeboden: andere firmware gaat voor.' : `Aangeboden voor ${n} van ${boards(all)}.`,
	running: (n) => `${devices(n)} met deze firmware.`,
	kept: 'Blijft tot geen board het meer heeft.',
	remove: 'Verwijderen',
	removeThis: (version) => `Pakket van Mooring ${version} verwijderen`,
	removed: (version) => `Het pakket van Mooring ${version} is verwijderd.`,
	ask: (version, running) => ({
		title: `Pakket van Mooring ${version} verwijderen?`,
		action: 'Verwijderen',
		what: [
			{
				icon: 'box',
				bad: true,
				title: 'De hub biedt deze firmware niet meer aan',
				text: 'Hij biedt de nieuwste aan die hij nog heeft. Wil je deze weer, voeg dan het pakket opnieuw toe.',
			},
			{
				icon: 'devices',
				bad: false,
				title: running === 0 ? 'Geen apparaat heeft het' : `Het blijft draaien op ${devices(running)}`,
				text: 'Op boards verandert er niets.',
			},
		],
	}),
};
