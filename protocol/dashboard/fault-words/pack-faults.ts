const UNTOUCHED = 'Nothing was changed.';

/** The part of FAULT_WORDS that says why a firmware pack is not taken. `entry`: a file within it. */
export const PACK_FAULT_WORDS = {
	'no-such-pack': () => 'This firmware pack is not on the hub any more.',
	'pack-running': () => 'Another firmware pack is being installed on this hub. Try again when that is done.',
	'pack-over': () => `The hub does not know of this upload any more. Choose the file again. ${UNTOUCHED}`,
	'pack-too-large': ({ most }: { most: number }) => `A firmware pack has at most ${most} MB. ${UNTOUCHED}`,
	'pack-too-much': ({ most }: { most: number }) =>
		`This file would unpack to more than the ${most} MB, or the number of files, that a firmware pack may have. ${UNTOUCHED}`,
	'not-a-pack': () => `This file is no firmware pack of Mooring, or it is cut off. ${UNTOUCHED}`,
	'pack-later': ({ version }: { version: string | null }) =>
		version === null
			? `This firmware pack is for a newer version of Mooring. Update this hub first. ${UNTOUCHED}`
			: `This firmware pack is of Mooring ${version}, and in a form that this hub does not know yet. Update this hub first. ${UNTOUCHED}`,
	'pack-list-wrong': ({ field }: { field: string }) =>
		`The list in the firmware pack cannot be used: ${field} is wrong. ${UNTOUCHED}`,
	'pack-damaged': ({ entry }: { entry: string }) =>
		`The firmware pack is damaged: ${entry} is not what its list says. Download it again. ${UNTOUCHED}`,
	'pack-file-missing': ({ entry }: { entry: string }) => `The firmware pack lacks ${entry}. ${UNTOUCHED}`,
	'pack-has-more': ({ entry }: { entry: string }) =>
		`The firmware pack contains “${entry}”, which does not belong in it. ${UNTOUCHED}`,
	'pack-no-board': () => `This hub knows none of the boards in this firmware pack. ${UNTOUCHED}`,
} as const;
