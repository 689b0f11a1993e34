import { mkdirSync, renameSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { newId } from '../../base/random.ts';
import { type Result, ok } from '../../base/result.ts';
import { OWNER_ONLY, syncFolder } from '../../store/private-file.ts';
import { onlyStorageTrouble } from '../../store/storage-trouble.ts';
import { type CheckedPack, checkPack } from './check-pack.ts';
import { writeNote } from './note-file.ts';
import { IMAGES } from './pack-list.ts';
import type { Pack, PackUpload, Packs } from './packs.ts';
import { tidyPacks } from './tidy-packs.ts';

/**
 * Receives a pack, checks all of it, and puts it in place by one rename. Until that, nothing the hub offers has changed;
 * whatever fails before leaves nothing behind.
 */
export async function installPack(
	packs: Packs,
	upload: PackUpload,
	pieces: AsyncIterable<Uint8Array>,
	by: Actor,
): Promise<Result<{ pack: Pack; checked: CheckedPack }, Fault>> {
	if (packs.upload !== upload) return fault('pack-over');
	if (upload.stage !== 'waiting') return fault('pack-running');
	upload.stage = 'uploading';
	try {
		const received = await receive(packs, upload, pieces);
		if (!received.ok) return received;
		Object.assign(upload, { stage: 'checking', done: 0 } satisfies Partial<PackUpload>);
		await mkdir(upload.staged, { mode: OWNER_ONLY.folder });
		const progress = (done: number, of: number) => Object.assign(upload, { done, of });
		const checked = await checkPack(upload.file, upload.staged, progress);
		if (!checked.ok) return checked;
		upload.stage = 'placing';
		await rm(upload.file);
		const pack = await packs.locks.run('packs', async () => place(packs, upload, checked.value));
		packs.events.emit('PackInstalled', { pack, by });
		await tidyPacks(packs);
		return ok({ pack, checked: checked.value });
	} catch (error) {
		return fault(onlyStorageTrouble(error));
	} finally {
		packs.discard();
	}
}

async function receive(
	packs: Packs,
	upload: PackUpload,
	pieces: AsyncIterable<Uint8Array>,
): Promise<Result<void, Fault>> {
	const file = await open(upload.file, 'w', OWNER_ONLY.file);
	try {
		for await (const piece of pieces) {
			if (upload.done + piece.length > upload.bytes) return fault('upload-cut');
			await file.writeFile(piece);
			upload.done += piece.length;
			packs.touch();
		}
		return upload.done === upload.bytes ? ok() : fault('upload-cut');
	} finally {
		await file.close();
	}
}

/** From the rename on the pack is there, after a loss of power too. */
function place(packs: Packs, { staged }: PackUpload, { version, boards, bytes }: CheckedPack): Pack {
	const { clock, random } = packs.options;
	const orders = [...packs.byId.values()].map(({ order }) => order);
	const pack: Pack = {
		id: `${version}_${newId(random)}`,
		version,
		installedAt: clock.now(),
		order: Math.max(0, ...orders) + 1,
		bytes,
		boards: boards.map(({ board, version }) => ({ board: board.id, version })),
	};
	writeNote(staged, pack);
	for (const { board } of pack.boards) syncFolder(join(staged, IMAGES, board));
	syncFolder(join(staged, IMAGES));
	mkdirSync(packs.folder, { recursive: true, mode: OWNER_ONLY.folder });
	renameSync(staged, join(packs.folder, pack.id));
	syncFolder(packs.folder);
	packs.byId.set(pack.id, pack);
	return pack;
}
