import type { Words } from '$lib/words/all-words.ts';
import type { PACK_FAULT_WORDS } from '$protocol/dashboard/fault-words/pack-faults.ts';

const UNTOUCHED = 'Nic nie zmieniono.';

/** Why a firmware pack is not taken. */
export const packFaults: Pick<Words['faultWords'], keyof typeof PACK_FAULT_WORDS> = {
	'no-such-pack': () => 'Tego pakietu firmware’u nie ma już na hubie.',
	'pack-running': () => 'Na tym hubie trwa już instalacja innego pakietu firmware’u. Spróbuj, gdy się skończy.',
	'pack-over': () => `Hub nic już nie wie o tym przesyłaniu. Wybierz plik ponownie. ${UNTOUCHED}`,
	'pack-too-large': ({ most }) => `Pakiet firmware’u może mieć najwyżej ${most} MB. ${UNTOUCHED}`,
	'pack-too-much': ({ most }) =>
		`Po rozpakowaniu ten plik przekroczyłby ${most} MB lub liczbę plików dozwoloną dla pakietu firmware’u. ${UNTOUCHED}`,
	'not-a-pack': () => `Ten plik nie jest pakietem firmware’u Mooring albo jest ucięty. ${UNTOUCHED}`,
	'pack-later': ({ version }) =>
		version === null
			? `Ten pakiet firmware’u jest dla nowszego Mooring. Najpierw zaktualizuj ten hub. ${UNTOUCHED}`
			: `Ten pakiet firmware’u pochodzi z Mooring ${version} i ma postać, której ten hub jeszcze nie zna. Najpierw zaktualizuj ten hub. ${UNTOUCHED}`,
	'pack-list-wrong': ({ field }) => `Lista w pakiecie firmware’u jest nieprzydatna: ${field} jest błędne. ${UNTOUCHED}`,
	'pack-damaged': ({ entry }) =>
		`Pakiet firmware’u jest uszkodzony: ${entry} nie zgadza się z listą. Pobierz go ponownie. ${UNTOUCHED}`,
	'pack-file-missing': ({ entry }) => `W pakiecie firmware’u brakuje ${entry}. ${UNTOUCHED}`,
	'pack-has-more': ({ entry }) => `Pakiet firmware’u zawiera „${entry}”, co do niego nie należy. ${UNTOUCHED}`,
	'pack-no-board': () => `Ten hub nie zna żadnej z płytek w tym pakiecie firmware’u. ${UNTOUCHED}`,
};
