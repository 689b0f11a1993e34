import type { Words } from '$lib/words/all-words.ts';
import type { PACK_FAULT_WORDS } from '$protocol/dashboard/fault-words/pack-faults.ts';

const UNTOUCHED = 'No se cambió nada.';

/** Why a firmware pack is not taken. */
export const packFaults: Pick<Words['faultWords'], keyof typeof PACK_FAULT_WORDS> = {
	'no-such-pack': () => 'Este paquete de firmware ya no está en el hub.',
	'pack-running': () => 'Ya se está instalando otro paquete de firmware en este hub. Inténtalo cuando termine.',
	'pack-over': () => `El hub ya no sabe nada de este envío. Elige otra vez el archivo. ${UNTOUCHED}`,
	'pack-too-large': ({ most }) => `Un paquete de firmware tiene como máximo ${most} MB. ${UNTOUCHED}`,
	'pack-too-much': ({ most }) =>
		`Descomprimido, este archivo pasaría de los ${most} MB o del número de archivos que puede tener un paquete de firmware. ${UNTOUCHED}`,
	'not-a-pack': () => `Este archivo no es un paquete de firmware de Mooring, o está cortado. ${UNTOUCHED}`,
	'pack-later': ({ version }) =>
		version === null
			? `Este paquete de firmware es para un Mooring más nuevo. Actualiza antes este hub. ${UNTOUCHED}`
			: `Este paquete de firmware es de Mooring ${version} y tiene una forma que este hub aún no conoce. Actualiza antes este hub. ${UNTOUCHED}`,
	'pack-list-wrong': ({ field }) => `La lista del paquete de firmware no sirve: ${field} no es correcto. ${UNTOUCHED}`,
	'pack-damaged': ({ entry }) =>
		`El paquete de firmware está dañado: ${entry} no es lo que dice su lista. Descárgalo otra vez. ${UNTOUCHED}`,
	'pack-file-missing': ({ entry }) => `En el paquete de firmware falta ${entry}. ${UNTOUCHED}`,
	'pack-has-more': ({ entry }) => `El paquete de firmware contiene «${entry}», que no debería estar. ${UNTOUCHED}`,
	'pack-no-board': () => `Este hub no conoce ninguna de las placas de este paquete de firmware. ${UNTOUCHED}`,
};
