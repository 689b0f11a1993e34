import {
	FirmwareView,
	PackBegin,
	PackBegun,
	PackInstalled,
	PackProgress,
} from '../../../protocol/dashboard/firmware.ts';
import { err, ok } from '../../base/result.ts';
import type { Images } from '../../firmware-images/images.ts';
import { beginPack } from '../../firmware-images/packs/begin-pack.ts';
import { type OtherPlaces, firmwareView, installedView } from '../../firmware-images/packs/firmware-view.ts';
import { installPack } from '../../firmware-images/packs/install-pack.ts';
import type { Packs } from '../../firmware-images/packs/packs.ts';
import { removePack } from '../../firmware-images/packs/remove-pack.ts';
import { apiError, apiErrorOf } from '../api-error.ts';
import { type Route, route } from '../server/route.ts';

/** Firmware packs: what boards run is the house's, so only owners bring it and take it away. */
export function firmwareRoutes(deps: { packs: Packs; images: Images; places: OtherPlaces }): Route[] {
	const { packs, images, places } = deps;
	const uploadOf = (id: string) => (packs.upload?.id === id ? packs.upload : undefined);
	return [
		route({
			method: 'GET',
			path: '/firmware',
			summary: 'Which boards have ready firmware and where it is from, and the uploaded packs',
			access: 'firmware.manage',
			answer: { status: 200, schema: FirmwareView },
			handle: async () => ok({ status: 200, json: await firmwareView(packs, images, places) }),
		}),
		route({
			method: 'POST',
			path: '/firmware/packs',
			summary: 'Make room for a firmware pack, which is then sent as a file',
			access: 'firmware.manage',
			body: PackBegin,
			answer: { status: 201, schema: PackBegun },
			async handle({ body }) {
				const begun = beginPack(packs, body);
				return begun.ok ? ok({ status: 201, json: begun.value }) : err(apiErrorOf(begun.error));
			},
		}),
		route({
			method: 'PUT',
			path: '/firmware/packs/:id/file',
			summary: 'Send the firmware pack; it is checked as a whole, then put in place',
			access: 'firmware.manage',
			upload: (_, { id }) => (id === undefined ? undefined : uploadOf(id)?.bytes),
			answer: { status: 200, schema: PackInstalled },
			async handle({ params: { id }, upload, who }) {
				const begun = uploadOf(id);
				if (!begun || !upload) return err(apiError('pack-over'));
				const installed = await installPack(packs, begun, upload, who.actor);
				if (!installed.ok) return err(apiErrorOf(installed.error));
				return ok({ status: 200, json: await installedView(packs, images, installed.value) });
			},
		}),
		route({
			method: 'GET',
			path: '/firmware/packs/:id/progress',
			summary: 'How far a firmware pack is that is being installed',
			access: 'firmware.manage',
			answer: { status: 200, schema: PackProgress },
			async handle({ params: { id } }) {
				const { stage, done, of } = uploadOf(id) ?? ({ stage: 'over', done: 0, of: 0 } as const);
				return ok({ status: 200, json: { stage, done, of } });
			},
		}),
		route({
			method: 'DELETE',
			path: '/firmware/packs/:id',
			summary: 'Remove an uploaded firmware pack',
			access: 'firmware.manage',
			answer: { status: 200, schema: FirmwareView },
			async handle({ params: { id }, who }) {
				const removed = await removePack(packs, id, who.actor);
				if (!removed.ok) return err(apiErrorOf(removed.error));
				return ok({ status: 200, json: await firmwareView(packs, images, places) });
			},
		}),
	];
}
