import { UpdateBody, UpdatesView } from '../../../protocol/dashboard/updates.ts';
import { mayUpdate } from '../../accounts/roles.ts';
import { err, ok } from '../../base/result.ts';
import type { LiveDevice } from '../../devices/live-device.ts';
import { findOutdated } from '../../updates/outdated.ts';
import { startUpdates, stopUpdates } from '../../updates/start-updates.ts';
import type { Updates } from '../../updates/updates.ts';
import { apiErrorOf } from '../api-error.ts';
import { type Route, route } from '../server/route.ts';
import type { Requester } from '../server/session/who-is.ts';

/** Firmware updates over the link. */
export function updateRoutes(updates: Updates): Route[] {
	/** A member may not update other people's boards, unless the owner lets them. */
	const within = (who: Requester) => ({ mayUpdate: ({ record }: LiveDevice) => mayUpdate(who, record.ownerId) });

	async function shown(who: Requester): Promise<UpdatesView> {
		const outdated = await findOutdated(updates);
		const theirs = outdated.filter(({ device }) => mayUpdate(who, device.record.ownerId));
		return {
			outdated: theirs.map(({ device, image }) => ({
				device: device.record.id,
				name: device.record.name,
				running: device.firmware ?? '',
				newest: image.version,
				relayOn: device.relays.some(({ reported }) => reported === true),
				fallsBack: image.fallsBack,
			})),
		};
	}

	return [
		route({
			method: 'GET',
			path: '/updates',
			summary: 'Devices whose boards run older firmware than this hub has, and which this person may update',
			access: 'devices.update',
			answer: { status: 200, schema: UpdatesView },
			handle: async ({ who }) => ok({ status: 200, json: await shown(who) }),
		}),
		route({
			method: 'POST',
			path: '/updates',
			summary: 'Update these devices, or all that are outdated, one after another; stops at the first failure',
			access: 'devices.update',
			body: UpdateBody,
			answer: { status: 202, schema: UpdatesView },
			async handle({ body, who }) {
				const started = await startUpdates(updates, { ...body, by: who.actor, ...within(who) });
				return started.ok ? ok({ status: 202, json: await shown(who) }) : err(apiErrorOf(started.error));
			},
		}),
		route({
			method: 'POST',
			path: '/updates/stop',
			summary:
				'Stop, of the boards that this person may update: begin no other and end an update that is being sent; one that the board is checking goes on',
			access: 'devices.update',
			answer: { status: 204 },
			async handle({ who }) {
				await stopUpdates(updates, within(who));
				return ok({ status: 204 });
			},
		}),
	];
}
