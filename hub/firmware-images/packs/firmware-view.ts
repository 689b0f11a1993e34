import { dirname } from 'node:path';
import type { FirmwareView, PackInstalled, PackView } from '../../../protocol/dashboard/firmware.ts';
import { faultView } from '../../../protocol/dashboard/faults.ts';
import { packName } from '../../../protocol/dashboard/pack-name.ts';
import { isNewer } from '../../base/is-newer.ts';
import { CATALOGUE, boardName } from '../../boards/catalogue.ts';
import type { Image } from '../image-folder.ts';
import type { Images } from '../images.ts';
import type { CheckedPack } from './check-pack.ts';
import type { Pack, Packs } from './packs.ts';

/** Where images may lie, besides in packs. */
export interface OtherPlaces {
	/** `images/` in the data folder, which goes before everything else */
	folder: string;
	/** what came with the hub */
	hub: string;
}

/** What the hub has ready for each board, where that is from, and the packs it keeps. */
export async function firmwareView(packs: Packs, images: Images, places: OtherPlaces): Promise<FirmwareView> {
	const boards: FirmwareView['boards'] = [];
	const offered = new Map<string, number>();
	for (const board of CATALOGUE.filter(({ flash }) => flash)) {
		const { usable, faulty } = await images.look(board);
		const [best] = usable;
		if (best) offered.set(rootOf(best), (offered.get(rootOf(best)) ?? 0) + 1);
		boards.push({
			board: board.id,
			boardName: board.name,
			ready: best ? { version: best.version, from: fromOf(best, places), hidden: newerThan(best, usable) } : null,
			faulty: faulty ? faultView(faulty) : null,
		});
	}
	const running = packs.options.running();
	const shown = [...packs.byId.values()].toSorted((a, b) => b.order - a.order);
	return {
		boards,
		packs: shown.map((pack) => packView(pack, running, offered.get(packs.imagesOf(pack)) ?? 0)),
		release: packName(packs.options.version),
	};
}

/** What became of a pack that was just installed. */
export async function installedView(
	packs: Packs,
	images: Images,
	{ pack, checked }: { pack: Pack; checked: CheckedPack },
): Promise<PackInstalled> {
	const { version, boards, unknown, refused } = checked;
	const best = await Promise.all(boards.map(async ({ board }) => (await images.look(board)).usable[0]));
	return {
		version,
		installed: boards.map(({ board, version }) => ({ board: board.id, boardName: board.name, version })),
		unknown,
		refused: refused.map(({ board, fault }) => ({ board: board.id, ...faultView(fault) })),
		older: best.every((image) => image && rootOf(image) !== packs.imagesOf(pack)),
	};
}

function packView(pack: Pack, running: ReturnType<Packs['options']['running']>, offered: number): PackView {
	const { id, version, installedAt, bytes, boards } = pack;
	const runs = ({ board, firmware }: (typeof running)[number]) =>
		boards.some((own) => own.board === board && own.version === firmware);
	return {
		id,
		version,
		installedAt,
		bytes,
		boards: boards.map(({ board, version }) => ({ board, boardName: boardName(board), version })),
		offered,
		running: running.filter(runs).length,
	};
}

function rootOf({ folder }: Image): string {
	return dirname(folder);
}

function fromOf(image: Image, { folder, hub }: OtherPlaces): 'folder' | 'hub' | 'pack' {
	const root = rootOf(image);
	return root === folder ? 'folder' : root === hub ? 'hub' : 'pack';
}

function newerThan(best: Image, usable: readonly Image[]): string | null {
	const newer = usable.filter(({ version }) => isNewer(version, best.version));
	return newer.reduce<string | null>(
		(most, { version }) => (most === null || isNewer(version, most) ? version : most),
		null,
	);
}
