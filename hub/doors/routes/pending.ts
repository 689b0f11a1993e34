import { DeviceView } from '../../../protocol/dashboard/devices.ts';
import type { ApiError } from '../../../protocol/dashboard/errors.ts';
import { AddDevice, ClaimBody, PendingList, PendingView } from '../../../protocol/dashboard/pending.ts';
import { mayTouch } from '../../accounts/roles.ts';
import type { Actor } from '../../base/actor.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { claimConflict, rejectConflict } from '../../claims/claim-conflict.ts';
import type { Claims } from '../../claims/claims.ts';
import { configFile } from '../../claims/pending/config-file.ts';
import { deletePendingDevice } from '../../claims/pending/delete-pending-device.ts';
import { makePendingDevice } from '../../claims/pending/make-pending-device.ts';
import { playVirtualBoard } from '../../claims/play-virtual-board.ts';
import { renewPendingDevice } from '../../claims/pending/renew-pending-device.ts';
import { apiError, apiErrorOf } from '../api-error.ts';
import { withChosenWifi } from '../../wifi/chosen-wifi.ts';
import type { Networks } from '../../wifi/networks.ts';
import type { Views } from '../views.ts';
import { type Answered, type AskedOfId, type Route, route } from '../server/route.ts';

export function pendingRoutes(deps: { claims: Claims; views: Views; networks: Networks }): Route[] {
	const { claims, views, networks } = deps;

	/** Everybody may do this with pending devices of their own, only the owner with those of others. */
	function onOwn(handle: (id: string, by: Actor) => Promise<Result<Answered, ApiError>>) {
		return async ({ params: { id }, who }: AskedOfId): Promise<Result<Answered, ApiError>> => {
			const pending = claims.byId.get(id);
			if (pending && !mayTouch(who.user, pending.ownerId, 'pending.any')) return err(apiError('not-your-pending'));
			return handle(id, who.actor);
		};
	}

	const shown = (status: number, id: string): Result<Answered, ApiError> => {
		const pending = views.pendingById(id);
		if (!pending) return err(apiError('no-such-pending'));
		return ok({ status, json: pending });
	};

	return [
		route({
			method: 'GET',
			path: '/pending',
			summary: 'Pending devices, and boards that wait for a decision',
			access: 'pending.see',
			answer: { status: 200, schema: PendingList },
			handle: async () => ok({ status: 200, json: { pending: views.pendings() } }),
		}),
		route({
			method: 'POST',
			path: '/pending',
			summary: 'Make a pending device: its board is claimed automatically within 24 hours',
			access: 'pending.make',
			body: AddDevice,
			answer: { status: 201, schema: PendingView },
			async handle({ body, who }) {
				const plan = withChosenWifi(networks, body);
				if (!plan.ok) return err(apiErrorOf(plan.error));
				const made = await makePendingDevice(claims, who.user.id, plan.value, who.actor);
				return made.ok ? shown(201, made.value.id) : err(apiErrorOf(made.error));
			},
		}),
		route({
			method: 'DELETE',
			path: '/pending/:id',
			summary: 'Delete a pending device; its registration key is invalid at once',
			access: 'pending.own',
			answer: { status: 204 },
			handle: onOwn(async (id, by) => {
				const deleted = await deletePendingDevice(claims, id, by);
				return deleted.ok ? ok({ status: 204 }) : err(apiErrorOf(deleted.error));
			}),
		}),
		route({
			method: 'POST',
			path: '/pending/:id/renew',
			summary: 'Make a new registration key for another 24 hours; the plan is kept, the old key is invalid',
			access: 'pending.own',
			answer: { status: 200, schema: PendingView },
			handle: onOwn(async (id, by) => {
				const renewed = await renewPendingDevice(claims, id, by);
				return renewed.ok ? shown(200, id) : err(apiErrorOf(renewed.error));
			}),
		}),
		route({
			method: 'GET',
			path: '/pending/:id/config',
			summary: 'The config file of its board: registration key and Wi-Fi password in the clear, so keep it to yourself',
			access: 'pending.own',
			answer: { status: 200, file: true },
			handle: onOwn(async (id) => {
				const file = configFile(claims, id);
				if (!file.ok) return err(apiErrorOf(file.error));
				return ok({ status: 200, file: { name: file.value.fileName, bytes: file.value.bytes } });
			}),
		}),
		route({
			method: 'POST',
			path: '/pending/:id/virtual-board',
			summary: 'Let the hub play the virtual board of this pending device',
			access: 'pending.own',
			answer: { status: 202, schema: PendingView },
			handle: onOwn(async (id) => {
				const before = views.pendingById(id);
				const played = await playVirtualBoard(claims, id);
				// It may have been claimed already; then answer with how it was a moment ago.
				return played.ok ? ok({ status: 202, json: views.pendingById(id) ?? before }) : err(apiErrorOf(played.error));
			}),
		}),
		route({
			method: 'POST',
			path: '/awaiting/:id/claim',
			summary:
				'Claim a waiting board as a new device, or as the new board of one that keeps its record, name and history',
			access: 'conflicts.decide',
			body: ClaimBody,
			answer: { status: 200, schema: DeviceView },
			async handle({ params: { id }, who, body }) {
				const { user } = who;
				const claimed = await claimConflict(claims, id, { ownerId: user.id, by: who.actor, ...body });
				return claimed.ok ? ok({ status: 200, json: views.device(claimed.value) }) : err(apiErrorOf(claimed.error));
			},
		}),
		route({
			method: 'POST',
			path: '/awaiting/:id/reject',
			summary: 'Reject a waiting board',
			access: 'conflicts.decide',
			answer: { status: 204 },
			async handle({ params: { id }, who }) {
				const rejected = rejectConflict(claims, id, who.actor);
				return rejected.ok ? ok({ status: 204 }) : err(apiErrorOf(rejected.error));
			},
		}),
	];
}
