import { Boards } from '../../../protocol/dashboard/boards.ts';
import { DeviceList, RelayView, SetRelayBody } from '../../../protocol/dashboard/devices.ts';
import { may } from '../../accounts/roles.ts';
import { deleteAuditOf } from '../../history/prune-audit.ts';
import { err, ok } from '../../base/result.ts';
import type { Claims } from '../../claims/claims.ts';
import { removeDevice } from '../../claims/remove-device.ts';
import type { Devices } from '../../devices/devices.ts';
import type { LiveDevice, LiveRelay, RelayOutcome } from '../../devices/live-device.ts';
import { outcomeFault } from '../../devices/relays/set-relay.ts';
import { answerDeadlineMs, switchRelay } from '../../devices/relays/switch-relay.ts';
import { CATALOGUE } from '../../boards/catalogue.ts';
import { apiErrorOf } from '../api-error.ts';
import { devicesForGuest, relayForGuest } from '../guests/guest-views.ts';
import { refusalToSwitch } from '../guests/find-reached.ts';
import { type Views, relayView } from '../views.ts';
import { type Route, route } from '../server/route.ts';
import type { Requester } from '../server/session/who-is.ts';

export function deviceRoutes({ devices, claims, views }: { devices: Devices; claims: Claims; views: Views }): Route[] {
	return [
		route({
			method: 'GET',
			path: '/boards',
			summary: 'The boards Mooring knows, with their pins',
			access: 'boards.see',
			answer: { status: 200, schema: Boards },
			handle: async () => ok({ status: 200, json: { boards: CATALOGUE } }),
		}),
		route({
			method: 'GET',
			path: '/devices',
			summary: 'All devices as they are now; a guest gets what they reach',
			access: 'devices.see',
			answer: { status: 200, schema: DeviceList },
			async handle({ who }) {
				const shown = may(who.user, 'house.follow') ? views.devices() : devicesForGuest(devices, who);
				return ok({ status: 200, json: { devices: shown } });
			},
		}),
		route({
			method: 'DELETE',
			path: '/devices/:id',
			summary: 'Delete a device and its history for good; its board must be set up again to come back',
			access: 'devices.delete',
			answer: { status: 204 },
			async handle({ params: { id }, who }) {
				const removed = await removeDevice(claims, id, who.actor, (em) => deleteAuditOf(em, id));
				return removed.ok ? ok({ status: 204 }) : err(apiErrorOf(removed.error));
			},
		}),
		route({
			method: 'PUT',
			path: '/devices/:id/relays/:relay',
			summary: 'Switch a relay; answered when the board has reported what it did',
			access: 'devices.switch',
			body: SetRelayBody,
			answer: { status: 200, schema: RelayView },
			async handle({ params: { id, relay: number }, body, who }) {
				let settled: (outcome: RelayOutcome) => void = () => undefined;
				const outcome = new Promise<RelayOutcome>((resolve) => (settled = resolve));
				const wish = { device: id, relay: Number(number), ...body, by: who.actor };
				const refused = refusalToSwitch(devices, who, wish);
				if (refused) return err(apiErrorOf(refused));
				const sent = await switchRelay(devices, wish, settled);
				if (!sent.ok) return err(apiErrorOf(sent.error));
				const end = await outcome;
				const { device, relay } = sent.value;
				if (end === 'done') return ok({ status: 200, json: shownRelay(device, relay, who) });
				return err(apiErrorOf(outcomeFault(relay, end, answerDeadlineMs(device))));
			},
		}),
	];
}

function shownRelay(device: LiveDevice, relay: LiveRelay, who: Requester): RelayView {
	return may(who.user, 'house.follow') ? relayView(relay) : relayForGuest(device, relay, who);
}
