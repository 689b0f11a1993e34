import type { Words } from '$lib/words/all-words.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { dateOf } from '$lib/words/format/dates.ts';
import { counted } from '$lib/words/format/plural.ts';

const FORMS = { one: 'płytka', few: 'płytki', many: 'płytek', other: 'płytki' };
const boards = (n: number) => counted(n, FORMS);
/** after “dla … z” and “z”: genitive */
const ofBoards = (n: number) => counted(n, { one: 'płytki', few: 'płytek', many: 'płytek', other: 'płytek' });
const devices = (n: number) =>
	counted(n, { one: 'urządzenie', few: 'urządzenia', many: 'urządzeń', other: 'urządzenia' });

/** The firmware that the hub has ready for boards, on the page of the settings. */
export const firmwareWords: Words['firmwareWords'] = {
	title: 'Firmware',
	lead: 'Tym programuje się i aktualizuje płytki. Wszystko jest w jednym pliku, pakiecie firmware’u.',
	looking: 'Szukanie firmware’u…',
	none: 'Dla żadnej płytki nie ma jeszcze gotowego firmware’u.',
	noneThen: (file) => `Dodaj pakiet tej wersji: ${file}.`,
	ready: (ready, all) => `Gotowe dla ${ready} z ${ofBoards(all)}`,
	list: 'Płytki i ich firmware',
	notReady: 'Nic gotowego',
	from: {
		folder: (version) => `${version} · umieszczony na hubie ręcznie`,
		pack: (version) => `${version} · z pakietu`,
		hub: (version) => `${version} · dołączony do huba`,
	},
	hidden: (version) => `Jest też ${version}, ale to, co umieszczono ręcznie, ma pierwszeństwo.`,
	choose: 'Wybierz pakiet firmware’u',
	drop: 'Albo upuść plik tutaj.',
	oneFile: 'Upuść jeden plik.',
	sending: 'Wysyłanie pakietu do huba',
	checking: 'Sprawdzanie każdego pliku',
	placing: 'Instalowanie',
	amount: (done, of) => `${bytesWord(done)} z ${bytesWord(of)}`,
	cancel: 'Anuluj',
	stopped: 'Zatrzymano. Nic nie zmieniono.',
	installed: (version, n) => `Zainstalowano pakiet Mooring ${version}: ${boards(n)}.`,
	what: 'Co się z nim stało',
	boardHas: (board, version) => `${board}: ${version}`,
	unknown: (board) => `${board}: pominięto, ten hub jej nie zna.`,
	older: 'Hub ma dla wszystkich tych płytek inny firmware i nadal oferuje tamten.',
	packs: 'Pakiety na tym hubie',
	pack: (version) => `Mooring ${version}`,
	about: (at, bytes) => `Od ${dateOf(at)} · ${bytesWord(bytes)}`,
	offered: (n, all) =>
		n === 0 ? 'Nieoferowany: inny firmware ma pierwszeństwo.' : `Oferowany dla ${n} z ${ofBoards(all)}.`,
	running: (n) => `${devices(n)} z tym firmware’em.`,
	kept: 'Pozostaje, dopóki używa go jakaś płytka.',
	remove: 'Usuń',
	removeThis: (version) => `Usuń pakiet Mooring ${version}`,
	removed: (version) => `Usunięto pakiet Mooring ${version}.`,
	ask: (version, running) => ({
		title: `Usunąć pakiet Mooring ${version}?`,
		action: 'Usuń',
		what: [
			{
				icon: 'box',
				bad: true,
				title: 'Hub nie będzie już oferował tego firmware’u',
				text: 'Będzie oferował najnowszy, jaki jeszcze ma. Aby mieć ten ponownie, dodaj znów jego pakiet.',
			},
			{
				icon: 'devices',
				bad: false,
				title: running === 0 ? 'Nie używa go żadne urządzenie' : `Nadal go używa: ${devices(running)}`,
				text: 'Na płytkach nic się nie zmieni.',
			},
		],
	}),
};
