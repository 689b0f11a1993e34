import type { UserView } from '../../../protocol/dashboard/people/accounts.ts';
import { faultView } from '../../../protocol/dashboard/faults.ts';
import { FlashPlan, ImageList, MacBody } from '../../../protocol/dashboard/flash.ts';
import { mayTouch } from '../../accounts/roles.ts';
import { err, ok } from '../../base/result.ts';
import type { Claims } from '../../claims/claims.ts';
import { configFile } from '../../claims/pending/config-file.ts';
import { noteMac } from '../../claims/pending/note-mac.ts';
import { findBoard } from '../../boards/catalogue.ts';
import { flashPlan, imageView, partName } from '../../firmware-images/flash-plan.ts';
import type { Images } from '../../firmware-images/images.ts';
import type { FirmwareSources } from '../../firmware-images/project/firmware-sources.ts';
import { makeProject } from '../../firmware-images/project/make-project.ts';
import { apiError, apiErrorOf } from '../api-error.ts';
import { type Route, route } from '../server/route.ts';

/** Firmware images, and the files for flashing a pending device's board. */
export function imageRoutes(deps: { claims: Claims; images: Images; sources: FirmwareSources }): Route[] {
	const { claims, images, sources } = deps;

	/** A pending device's board and config file, if this user may have it. */
	function pendingOf(id: string, user: UserView) {
		const pending = claims.byId.get(id);
		if (pending && !mayTouch(user, pending.ownerId, 'pending.any')) return err(apiError('not-your-pending'));
		const file = configFile(claims, id);
		if (!file.ok) return err(apiErrorOf(file.error));
		const board = findBoard(pending!.board);
		if (!board) return err(apiError('board-not-in-catalogue'));
		return ok({ board, name: pending!.name, file: file.value });
	}

	return [
		route({
			method: 'GET',
			path: '/images',
			summary: 'Firmware images this hub has, and those it cannot use',
			access: 'pending.see',
			answer: { status: 200, schema: ImageList },
			async handle() {
				const found = await images.all();
				const faulty = found.faulty.map(({ board, fault }) => ({ board: board.id, ...faultView(fault) }));
				const json: ImageList = { images: found.images.map(imageView), faulty };
				return ok({ status: 200, json });
			},
		}),
		route({
			method: 'GET',
			path: '/images/:board/:file',
			summary: 'One part of a firmware image',
			access: 'pending.see',
			answer: { status: 200, file: true },
			async handle({ params: { board: id, file } }) {
				const board = findBoard(id);
				const bytes = board && (await images.part(board, file));
				if (!bytes) return err(apiError('no-such-image'));
				if (!bytes.ok) return err(apiErrorOf(bytes.error));
				return ok({ status: 200, file: { name: partName(id, file), bytes: bytes.value } });
			},
		}),
		route({
			method: 'GET',
			path: '/pending/:id/flash',
			summary: 'How its board is flashed: parts with their offsets, the esptool command, the project',
			access: 'pending.own',
			answer: { status: 200, schema: FlashPlan },
			async handle({ params: { id }, who }) {
				const pending = pendingOf(id, who.user);
				if (!pending.ok) return pending;
				const { board, file } = pending.value;
				const [image, packed] = await Promise.all([images.find(board), sources.for(board)]);
				const config = { fileName: file.fileName, size: file.bytes.length };
				return ok({ status: 200, json: flashPlan({ id, board, config, image, sources: packed }) });
			},
		}),
		route({
			method: 'PUT',
			path: '/pending/:id/mac',
			summary: 'Set the MAC of its board, read over USB; its code is shown from then on',
			access: 'pending.own',
			body: MacBody,
			answer: { status: 204 },
			async handle({ params: { id }, body: { mac }, who }) {
				const pending = pendingOf(id, who.user);
				if (!pending.ok) return pending;
				const noted = noteMac(claims, id, mac);
				return noted.ok ? ok({ status: 204 }) : err(apiErrorOf(noted.error));
			},
		}),
		route({
			method: 'GET',
			path: '/pending/:id/project.zip',
			summary: 'A PlatformIO project of its firmware; one file in it holds registration key and Wi-Fi password',
			access: 'pending.own',
			answer: { status: 200, file: true },
			async handle({ params: { id }, who }) {
				const pending = pendingOf(id, who.user);
				if (!pending.ok) return pending;
				const { board, name, file } = pending.value;
				const packed = await sources.for(board);
				if (!packed.ok) return err(apiErrorOf(packed.error));
				const folder = file.fileName.replace(/\.mooring$/, '');
				const project = makeProject({ board, name, folder, sources: packed.value, configFile: file.bytes });
				if (!project.ok) return err(apiErrorOf(project.error));
				return ok({ status: 200, file: { name: `${folder}.zip`, bytes: project.value } });
			},
		}),
	];
}
