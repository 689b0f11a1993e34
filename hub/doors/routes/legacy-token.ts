import { AddLegacyDevice, LegacyDevice } from '../../../protocol/dashboard/devices.ts';
import { err, ok } from '../../base/result.ts';
import { addLegacyDevice } from '../../devices/legacy/add-legacy-device.ts';
import type { Devices } from '../../devices/devices.ts';
import { apiErrorOf } from '../api-error.ts';
import type { Views } from '../views.ts';
import { type Route, route } from '../server/route.ts';

export function legacyRoutes({ devices, views }: { devices: Devices; views: Views }): Route[] {
	return [
		route({
			method: 'POST',
			path: '/legacy-devices',
			summary: 'Add a board with older polling firmware; its token is in this answer and never again',
			access: 'pending.make',
			body: AddLegacyDevice,
			answer: { status: 201, schema: LegacyDevice },
			async handle({ body, who }) {
				const { user } = who;
				const added = await addLegacyDevice(devices, { ...body, ownerId: user.id, by: who.actor });
				if (!added.ok) return err(apiErrorOf(added.error));
				const { device, token } = added.value;
				return ok({ status: 201, json: { device: views.device(device), token } });
			},
		}),
	];
}
