import { type Fault, fault, fieldFault } from '../../protocol/dashboard/faults.ts';
import type { Wifi, WifiChoice } from '../../protocol/dashboard/shapes.ts';
import { type Result, ok } from '../base/result.ts';
import type { Networks } from './networks.ts';

/** Name and password of the network that was chosen for a board. `field` is where the body names a kept one. */
export function chosenWifi(networks: Networks, choice: WifiChoice, field = 'network'): Result<Wifi, Fault> {
	if (!('network' in choice)) return ok(choice);
	const network = networks.byId.get(choice.network);
	if (!network) return fieldFault(field, 'no-such-network');
	const { ssid } = network;
	const password = networks.passwordOf(network);
	return password === undefined ? fault('network-unreadable', { network: ssid }) : ok({ ssid, password });
}

/** A body with the network itself in the place of the choice, if it has one. */
export function withChosenWifi<Body extends { wifi?: WifiChoice | undefined }>(
	networks: Networks,
	body: Body,
): Result<Omit<Body, 'wifi'> & { wifi?: Wifi }, Fault> {
	const { wifi: choice, ...rest } = body;
	if (!choice) return ok(rest);
	const wifi = chosenWifi(networks, choice, 'wifi.network');
	return wifi.ok ? ok({ ...rest, wifi: wifi.value }) : wifi;
}
