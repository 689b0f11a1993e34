import type { Words } from '$lib/words/all-words.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { dateOf } from '$lib/words/format/dates.ts';
import { counted } from '$lib/words/format/plural.ts';

const boards = (n: number) => counted(n, { one: 'Board', other: 'Boards' });
const devices = (n: number) => counted(n, { one: 'Gerät', other: 'Geräte' });

/** The firmware that the hub has ready for boards, on the page of the settings. */
export const firmwareWords: Words['firmwareWords'] = {
	title: 'Firmware',
	lead: 'Damit werden Boards geflasht und aktualisiert. Sie kommt in einer Datei, dem Firmware-Paket.',
	looking: 'Firmware wird gesucht…',
	none: 'Für kein Board ist schon Firmware bereit.',
	noneThen: (file) => `Füge das Paket dieser Version hinzu: ${file}.`,
	ready: (ready, all) => `Bereit für ${ready} von ${counted(all, { one: 'Board', other: 'Boards' })}`,
	list: 'Boards und ihre Firmware',
	notReady: 'Nichts bereit',
	from: {
		folder: (version) => `${version} · von Hand auf den Hub gelegt`,
		pack: (version) => `${version} · aus einem Paket`,
		hub: (version) => `${version} · mit dem Hub gekommen`,
	},
	hidden: (version) => `${version} ist auch da, aber was von Hand hierher gelegt wurde, geht vor.`,
	choose: 'Firmware-Paket wählen',
	drop: 'Oder lege die Datei hier ab.',
	oneFile: 'Lege nur eine Datei ab.',
	sending: 'Paket wird an den Hub gesendet',
	checking: 'Jede Datei darin wird geprüft',
	placing: 'Paket wird übernommen',
	amount: (done, of) => `${bytesWord(done)} von ${bytesWord(of)}`,
	cancel: 'Abbrechen',
	stopped: 'Abgebrochen. Es wurde nichts geändert.',
	installed: (version, n) => `Das Paket von Mooring ${version} ist installiert: ${boards(n)}.`,
	what: 'Was daraus wurde',
	boardHas: (board, version) => `${board}: ${version}`,
	unknown: (board) => `${board}: ausgelassen, dieser Hub kennt es nicht.`,
	older: 'Der Hub hat für alle diese Boards andere Firmware und bietet weiter diese an.',
	packs: 'Pakete auf diesem Hub',
	pack: (version) => `Mooring ${version}`,
	about: (at, bytes) => `Seit ${dateOf(at)} · ${bytesWord(bytes)}`,
	offered: (n, all) =>
		n === 0 ? 'Nicht angeboten: andere Firmware geht vor.' : `Angeboten für ${n} von ${boards(all)}.`,
	running: (n) => `${devices(n)} mit dieser Firmware.`,
	kept: 'Bleibt, bis kein Board sie mehr hat.',
	remove: 'Entfernen',
	removeThis: (version) => `Paket von Mooring ${version} entfernen`,
	removed: (version) => `Das Paket von Mooring ${version} ist entfernt.`,
	ask: (version, running) => ({
		title: `Paket von Mooring ${version} entfernen?`,
		action: 'Entfernen',
		what: [
			{
				icon: 'box',
				bad: true,
				title: 'Der Hub bietet diese Firmware nicht mehr an',
				text: 'Er bietet die neueste an, die er noch hat. Um diese wieder zu haben, füge ihr Paket wieder hinzu.',
			},
			{
				icon: 'devices',
				bad: false,
				title: running === 0 ? 'Kein Gerät hat sie' : `Sie läuft weiter auf: ${devices(running)}`,
				text: 'Auf den Boards ändert sich nichts.',
			},
		],
	}),
};
