import { DevicePatch, DeviceView, OrderBody, RenameRoom } from '../../../protocol/dashboard/devices.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import { checkGuestRooms } from '../../accounts/people/guest-rooms.ts';
import { may } from '../../accounts/roles.ts';
import { err, ok } from '../../base/result.ts';
import type { Devices } from '../../devices/devices.ts';
import { orderDevices } from '../../devices/arrange/order-devices.ts';
import { patchDevice } from '../../devices/arrange/patch-device.ts';
import { renameRoom } from '../../devices/arrange/rename-room.ts';
import { apiErrorOf } from '../api-error.ts';
import type { Views } from '../views.ts';
import { type Route, route } from '../server/route.ts';
import { type Requester, isSession } from '../server/session/who-is.ts';

/** Names, rooms and people's own order, which exist only on dashboards. */
export function arrangeRoutes(deps: { devices: Devices; accounts: Accounts; views: Views }): Route[] {
	const { devices, accounts, views } = deps;
	return [
		route({
			method: 'PATCH',
			path: '/devices/:id',
			summary: 'Rename a device, or move it to another room; at once on every dashboard',
			access: 'devices.arrange',
			body: DevicePatch,
			answer: { status: 200, schema: DeviceView },
			async handle({ params: { id }, body: { name, room }, who }) {
				const mayMove = async (...rooms: (string | null)[]) =>
					decidesForGuests(who) ? ok() : checkGuestRooms(accounts, rooms);
				const patched = await patchDevice(devices, { id, name, room, by: who.actor, mayMove });
				return patched.ok ? ok({ status: 200, json: views.device(patched.value) }) : err(apiErrorOf(patched.error));
			},
		}),
		route({
			method: 'POST',
			path: '/rooms/rename',
			summary: 'Give a room another name; what guests may reach in it goes with it',
			access: 'devices.arrange',
			body: RenameRoom,
			answer: { status: 204 },
			async handle({ body, who }) {
				// The devices move into the room of the new name, if there is one.
				const allowed = decidesForGuests(who) ? ok() : await checkGuestRooms(accounts, [body.to]);
				if (!allowed.ok) return err(apiErrorOf(allowed.error));
				await renameRoom(devices, { ...body, by: who.actor });
				return ok({ status: 204 });
			},
		}),
		route({
			method: 'PUT',
			path: '/devices/order',
			summary: 'Put the devices in an order of your own; those that are not named come after, as they were',
			access: 'devices.arrange',
			body: OrderBody,
			answer: { status: 204 },
			async handle({ body }) {
				await orderDevices(devices, body.ids);
				return ok({ status: 204 });
			},
		}),
	];
}

/** What guests reach stays when a token was ended, so no token decides that, not an owner's either. */
function decidesForGuests(who: Requester): boolean {
	return isSession(who) && may(who.user, 'people.manage');
}
