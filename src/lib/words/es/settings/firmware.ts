import type { Words } from '$lib/words/all-words.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { dateOf } from '$lib/words/format/dates.ts';
import { counted } from '$lib/words/format/plural.ts';

const boards = (n: number) => counted(n, { one: 'placa', other: 'placas' });
const devices = (n: number) => counted(n, { one: 'dispositivo', other: 'dispositivos' });

/** The firmware that the hub has ready for boards, on the page of the settings. */
export const firmwareWords: Words['firmwareWords'] = {
	title: 'Firmware',
	lead: 'Con esto se graban y actualizan las placas. Viene en un solo archivo, el paquete de firmware.',
	looking: 'Buscando firmware…',
	none: 'Ninguna placa tiene aún firmware listo.',
	noneThen: (file) => `Añade el paquete de esta versión, ${file}.`,
	ready: (ready, all) => `Listo para ${ready} de ${boards(all)}`,
	list: 'Las placas y su firmware',
	notReady: 'Nada listo',
	from: {
		folder: (version) => `${version} · puesto a mano en el hub`,
		pack: (version) => `${version} · de un paquete`,
		hub: (version) => `${version} · venía con el hub`,
	},
	hidden: (version) => `También está ${version}, pero lo puesto a mano va antes.`,
	choose: 'Elegir un paquete de firmware',
	drop: 'O suelta aquí el archivo.',
	oneFile: 'Suelta un solo archivo.',
	sending: 'Enviando el paquete al hub',
	checking: 'Comprobando cada archivo',
	placing: 'Colocándolo en su sitio',
	amount: (done, of) => `${bytesWord(done)} de ${bytesWord(of)}`,
	cancel: 'Cancelar',
	stopped: 'Detenido. No se cambió nada.',
	installed: (version, n) => `El paquete de Mooring ${version} está instalado: ${boards(n)}.`,
	what: 'Qué ha pasado',
	boardHas: (board, version) => `${board}: ${version}`,
	unknown: (board) => `${board}: se ha omitido, este hub no la conoce.`,
	older: 'El hub tiene otro firmware para todas estas placas y sigue ofreciéndolo.',
	packs: 'Paquetes en este hub',
	pack: (version) => `Mooring ${version}`,
	about: (at, bytes) => `Desde el ${dateOf(at)} · ${bytesWord(bytes)}`,
	offered: (n, all) => (n === 0 ? 'No se ofrece: otro firmware va antes.' : `Se ofrece para ${n} de ${boards(all)}.`),
	running: (n) => `${devices(n)} con este firmware.`,
	kept: 'Se guarda hasta que ninguna placa lo use.',
	remove: 'Quitar',
	removeThis: (version) => `Quitar el paquete de Mooring ${version}`,
	removed: (version) => `Se quitó el paquete de Mooring ${version}.`,
	ask: (version, running) => ({
		title: `¿Quitar el paquete de Mooring ${version}?`,
		action: 'Quitar',
		what: [
			{
				icon: 'box',
				bad: true,
				title: 'El hub ya no ofrece este firmware',
				text: 'Ofrece el más nuevo que aún tiene. Para volver a tener este, añade otra vez su paquete.',
			},
			{
				icon: 'devices',
				bad: false,
				title: running === 0 ? 'Ningún dispositivo lo usa' : `Sigue en ${devices(running)}`,
				text: 'En las placas no cambia nada.',
			},
		],
	}),
};
