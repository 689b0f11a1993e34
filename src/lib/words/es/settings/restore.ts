import type { Words } from '$lib/words/all-words.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { dateOf } from '$lib/words/format/dates.ts';

/** Restoring a backup on a hub without an owner: a part of its set-up page. */
export const restoreWords: Words['restoreWords'] = {
	open: 'Restaurar una copia de seguridad',
	title: 'Restaurar una copia de seguridad',
	lead: 'Este hub recibe todo lo que hay en la copia: personas, dispositivos, claves e historial. Sus placas vuelven por sí solas.',
	off: 'El hub en el que se hizo la copia debe quedar apagado.',
	offWhy: 'Los dos tienen las mismas claves: las placas irían de uno a otro.',
	file: 'Archivo de la copia',
	fileHint: 'Su nombre termina en .age.',
	noFile: 'Elige antes el archivo.',
	passphrase: 'Frase de contraseña del archivo',
	submit: 'Restaurar',
	cancel: 'Cancelar',
	back: 'Configurar un hub nuevo',
	steps: {
		uploading: 'Enviando el archivo al hub',
		reading: 'Leyendo y comprobando el archivo',
		checking: 'Comprobando la base de datos',
		starting: 'Colocándola en su sitio. El hub se reinicia.',
	},
	amount: (done, of) => `${bytesWord(done)} de ${bytesWord(of)}`,
	notPlaced: 'El hub no pudo colocar la copia y está como antes. Su registro dice por qué.',
	again: 'Se perdió la respuesta del hub. Inténtalo de nuevo.',
	lost: 'El hub no responde. Si no vuelve, mira su registro.',
	restored: (madeAt) =>
		`${madeAt === null ? 'La copia' : `La copia del ${dateOf(madeAt)}`} está restaurada. Inicia sesión con un nombre y una contraseña de la copia.`,
};
