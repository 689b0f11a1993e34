import { DeviceView, FoundSensors, InputBody } from '../../../protocol/dashboard/devices.ts';
import type { ApiError } from '../../../protocol/dashboard/errors.ts';
import { BoardLog } from '../../../protocol/dashboard/history.ts';
import { FirmwareBody, PendingView } from '../../../protocol/dashboard/pending.ts';
import { ConfigureBody, DeviceConfig, DevicePlan } from '../../../protocol/dashboard/plan.ts';
import { WifiChoice } from '../../../protocol/dashboard/shapes.ts';
import type { Fault } from '../../../protocol/dashboard/faults.ts';
import { mayTouch } from '../../accounts/roles.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { Claims } from '../../claims/claims.ts';
import { makeFirmware } from '../../claims/pending/make-firmware.ts';
import { revokeDevice } from '../../claims/revoke-device.ts';
import { configureDevice, setSecondWifi } from '../../devices/config/configure-device.ts';
import { holdsMotion, readableSensors } from '../../devices/config/readable-sensors.ts';
import { findDevice } from '../../devices/find-device.ts';
import { foundSensors } from '../../devices/readings/found-sensors.ts';
import type { LiveDevice } from '../../devices/live-device.ts';
import { rotateToken } from '../../devices/tokens/rotate-token.ts';
import { identifyBoard, rebootBoard } from '../../devices/links/tell-board.ts';
import { chosenWifi, withChosenWifi } from '../../wifi/chosen-wifi.ts';
import type { Networks } from '../../wifi/networks.ts';
import { apiError, apiErrorOf } from '../api-error.ts';
import { type Views, configView, capacityView } from '../views.ts';
import { type Answered, type AskedOfId, type Route, route } from '../server/route.ts';

/** The part of the player of virtual boards that is needed here. */
export interface Switches {
	/** false if this hub does not play the board, or it has no such input */
	setInput(id: string, input: number, on: boolean): boolean;
}

/** What can be done with a claimed device: tokens, configuration, and commands to its board. */
export function lifeRoutes(deps: { claims: Claims; views: Views; player: Switches; networks: Networks }): Route[] {
	const { claims, views, player, networks } = deps;
	const { devices } = claims.options;

	/** Tokens: everybody may change those of their own devices, only the owner those of others. */
	function onOwn<Body>(handle: (asked: AskedOfId<Body>, id: string) => Promise<Result<Answered, ApiError>>) {
		return async (asked: AskedOfId<Body>): Promise<Result<Answered, ApiError>> => {
			const { id } = asked.params;
			const { user } = asked.who;
			const owner = devices.byId.get(id)?.record.ownerId;
			if (owner !== undefined && !mayTouch(user, owner, 'tokens.any')) return err(apiError('not-your-device'));
			return handle(asked, id);
		};
	}

	function shown(done: Result<LiveDevice, Fault>, status: 200 | 202 = 200): Result<Answered, ApiError> {
		return done.ok ? ok({ status, json: views.device(done.value) }) : err(apiErrorOf(done.error));
	}

	const noContent = (done: Result<void, Fault>): Result<Answered, ApiError> =>
		done.ok ? ok({ status: 204 }) : err(apiErrorOf(done.error));

	const configOf = (device: LiveDevice): DeviceConfig => {
		const reads = readableSensors(device);
		return {
			config: configView(device),
			plan: device.record.plan,
			running: device.record.runningPlan,
			capacity: capacityView(device),
			...(reads && { reads }),
			...(reads && !holdsMotion(device) && { holdsNoMotion: true as const }),
		};
	};

	return [
		route({
			method: 'POST',
			path: '/devices/:id/token/rotate',
			summary:
				'Replace the token over the encrypted link, without new firmware; the old one is valid until the new one is proved',
			access: 'tokens.own',
			answer: { status: 202, schema: DeviceView },
			handle: onOwn(async ({ who }, id) => shown(await rotateToken(devices, id, who.actor), 202)),
		}),
		route({
			method: 'POST',
			path: '/devices/:id/token/revoke',
			summary: 'Revoke the token: the board is disconnected at once, and cannot connect until new firmware is made',
			access: 'tokens.own',
			answer: { status: 200, schema: DeviceView },
			handle: onOwn(async ({ who }, id) => shown(await revokeDevice(claims, id, who.actor))),
		}),
		route({
			method: 'POST',
			path: '/devices/:id/firmware',
			summary:
				'New firmware for a device that keeps its record: regenerates its token, or upgrades Legacy v1 to Secure v2',
			access: 'tokens.own',
			body: FirmwareBody,
			answer: { status: 201, schema: PendingView },
			handle: onOwn(async ({ who, body }, id) => {
				const asked = withChosenWifi(networks, body);
				if (!asked.ok) return err(apiErrorOf(asked.error));
				const wish = { device: id, ownerId: who.user.id, by: who.actor, body: asked.value };
				const made = await makeFirmware(claims, wish);
				if (!made.ok) return err(apiErrorOf(made.error));
				return ok({ status: 201, json: views.pendingById(made.value.id) });
			}),
		}),
		route({
			method: 'GET',
			path: '/devices/:id/config',
			summary: 'The configuration of a device, and whether its board has applied it',
			access: 'devices.inspect',
			answer: { status: 200, schema: DeviceConfig },
			async handle({ params: { id } }) {
				const found = findDevice(devices, id);
				return found.ok ? ok({ status: 200, json: configOf(found.value) }) : err(apiErrorOf(found.error));
			},
		}),
		route({
			method: 'GET',
			path: '/devices/:id/found-sensors',
			summary: 'The sensors that its board has found on the wires of its plan, each with its address and temperature',
			access: 'devices.inspect',
			answer: { status: 200, schema: FoundSensors },
			async handle({ params: { id } }) {
				const found = findDevice(devices, id);
				if (!found.ok) return err(apiErrorOf(found.error));
				return ok({ status: 200, json: { sensors: foundSensors(devices, found.value) } });
			},
		}),
		route({
			method: 'PUT',
			path: '/devices/:id/config',
			summary: 'Change the configuration of a device; its board applies it at once, or when it connects',
			access: 'devices.configure',
			body: ConfigureBody,
			answer: { status: 200, schema: DeviceConfig },
			async handle({ params: { id }, body, who }) {
				const { version, ...plan } = body;
				const wish = { id, version, plan: DevicePlan.parse(plan), by: who.actor };
				const done = await configureDevice(devices, wish);
				return done.ok ? ok({ status: 200, json: configOf(done.value) }) : err(apiErrorOf(done.error));
			},
		}),
		route({
			method: 'PUT',
			path: '/devices/:id/wifi',
			summary: 'A second Wi-Fi network, which the board falls back to by itself',
			access: 'devices.configure',
			body: WifiChoice,
			answer: { status: 200, schema: DeviceView },
			async handle({ params: { id }, body, who }) {
				const wifi = chosenWifi(networks, body);
				if (!wifi.ok) return err(apiErrorOf(wifi.error));
				return shown(await setSecondWifi(devices, { id, wifi: wifi.value, by: who.actor }));
			},
		}),
		route({
			method: 'DELETE',
			path: '/devices/:id/wifi',
			summary: 'Remove the second Wi-Fi network',
			access: 'devices.configure',
			answer: { status: 200, schema: DeviceView },
			handle: async ({ params: { id }, who }) => shown(await setSecondWifi(devices, { id, wifi: null, by: who.actor })),
		}),
		route({
			method: 'GET',
			path: '/devices/:id/log',
			summary: 'The last lines the board sent, since the hub started',
			access: 'devices.inspect',
			answer: { status: 200, schema: BoardLog },
			async handle({ params: { id } }) {
				const found = findDevice(devices, id);
				return found.ok ? ok({ status: 200, json: { lines: found.value.log } }) : err(apiErrorOf(found.error));
			},
		}),
		route({
			method: 'POST',
			path: '/devices/:id/identify',
			summary: 'Make the board blink',
			access: 'devices.configure',
			answer: { status: 204 },
			handle: async ({ params: { id } }) => noContent(identifyBoard(devices, id)),
		}),
		route({
			method: 'POST',
			path: '/devices/:id/reboot',
			summary: 'Restart the board; its relays come back as they are now',
			access: 'devices.configure',
			answer: { status: 204 },
			handle: async ({ params: { id } }) => noContent(rebootBoard(devices, id)),
		}),
		route({
			method: 'POST',
			path: '/devices/:id/inputs/:input',
			summary: 'Operate a wall switch of a virtual board that this hub plays',
			access: 'devices.configure',
			body: InputBody,
			answer: { status: 204 },
			async handle({ params: { id, input }, body: { on } }) {
				if (player.setInput(id, Number(input), on)) return ok({ status: 204 });
				return err(apiError('not-a-played-switch'));
			},
		}),
	];
}
