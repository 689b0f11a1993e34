import type { Words } from '$lib/words/all-words.ts';
import type { PACK_FAULT_WORDS } from '$protocol/dashboard/fault-words/pack-faults.ts';

const UNTOUCHED = 'Es wurde nichts geändert.';

/** Why a firmware pack is not taken. */
export const packFaults: Pick<Words['faultWords'], keyof typeof PACK_FAULT_WORDS> = {
	'no-such-pack': () => 'Dieses Firmware-Paket ist nicht mehr auf dem Hub.',
	'pack-running': () =>
		'Auf diesem Hub wird schon ein anderes Firmware-Paket installiert. Versuche es noch einmal, wenn das fertig ist.',
	'pack-over': () => `Der Hub weiß nichts mehr von diesem Hochladen. Wähle die Datei noch einmal. ${UNTOUCHED}`,
	'pack-too-large': ({ most }) => `Ein Firmware-Paket hat höchstens ${most} MB. ${UNTOUCHED}`,
	'pack-too-much': ({ most }) =>
		`Ausgepackt hätte diese Datei mehr als die ${most} MB oder mehr Dateien, als ein Firmware-Paket haben darf. ${UNTOUCHED}`,
	'not-a-pack': () => `Diese Datei ist kein Firmware-Paket von Mooring, oder sie ist abgeschnitten. ${UNTOUCHED}`,
	'pack-later': ({ version }) =>
		version === null
			? `Dieses Firmware-Paket ist für ein neueres Mooring. Aktualisiere zuerst diesen Hub. ${UNTOUCHED}`
			: `Dieses Firmware-Paket stammt von Mooring ${version} und hat eine Form, die dieser Hub noch nicht kennt. Aktualisiere zuerst diesen Hub. ${UNTOUCHED}`,
	'pack-list-wrong': ({ field }) =>
		`Die Liste im Firmware-Paket ist nicht brauchbar: ${field} ist falsch. ${UNTOUCHED}`,
	'pack-damaged': ({ entry }) =>
		`Das Firmware-Paket ist beschädigt: ${entry} ist nicht, was seine Liste angibt. Lade es noch einmal herunter. ${UNTOUCHED}`,
	'pack-file-missing': ({ entry }) => `Im Firmware-Paket fehlt ${entry}. ${UNTOUCHED}`,
	'pack-has-more': ({ entry }) => `Das Firmware-Paket enthält „${entry}“, was nicht hineingehört. ${UNTOUCHED}`,
	'pack-no-board': () => `Dieser Hub kennt keines der Boards in diesem Firmware-Paket. ${UNTOUCHED}`,
};
