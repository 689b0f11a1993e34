import { isNewer } from '../../base/is-newer.ts';
import type { Pack } from './packs.ts';

/**
 * The packs that nobody needs any more. A pack is *old* once a later one has the same or newer firmware for each of its
 * boards, or comes from the same Mooring. An old pack stays as long as a board of this house runs its firmware, so that
 * the board can be flashed with it again; then it goes.
 *
 * A pack that was installed after a newer one is not old: somebody wanted it.
 */
export function unneededPacks(packs: readonly Pack[], running: readonly { board: string; firmware: string }[]): Pack[] {
	return packs.filter((pack) => {
		const later = packs.filter(({ order }) => order > pack.order);
		// What is installed once more takes the older one's place, whatever runs.
		if (
			later.some(
				({ version, boards }) =>
					version === pack.version && pack.boards.every((own) => boards.some((other) => isSame(own, other))),
			)
		)
			return true;
		return (
			pack.boards.every((own) => later.some(({ boards }) => boards.some((other) => replaces(other, own)))) &&
			!pack.boards.some((own) => running.some(({ board, firmware }) => board === own.board && firmware === own.version))
		);
	});
}

type OfBoard = Pack['boards'][number];

function isSame(a: OfBoard, b: OfBoard): boolean {
	return a.board === b.board && a.version === b.version;
}

function replaces(other: OfBoard, own: OfBoard): boolean {
	return other.board === own.board && !isNewer(own.version, other.version);
}
