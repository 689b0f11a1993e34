/**
 * Which names and passwords a Wi-Fi network can have: one rule for every form and for the hub. The firmware has the
 * same rule in core/wifi/wifi_credentials.cpp, and vectors/wifi.json checks both.
 */
import { type Fault, faultOf } from '../faults.ts';
import { LIMITS } from '../limits.ts';

export interface WifiProblem extends Fault {
	field: 'ssid' | 'password';
}

const { ssidBytes, wifiPasswordMin, wifiPasswordMax, wifiKeyDigits } = LIMITS;
const KEY = new RegExp(`^[0-9a-f]{${wifiKeyDigits}}$`, 'i');
/** On a board a text ends at a zero byte. */
const ZERO = '\0';

/** What is wrong with a network, in words; undefined where nothing is. `password` is empty for an open network. */
export function wifiProblem({ ssid, password }: { ssid: string; password: string }): WifiProblem | undefined {
	const wrong = (field: WifiProblem['field'], fault: Fault) => ({ ...fault, field });
	if (ssid === '') return wrong('ssid', faultOf('wifi-name-needed'));
	if (bytesOf(ssid) > ssidBytes) return wrong('ssid', faultOf('wifi-name-too-long', { most: ssidBytes }));
	if (ssid.includes(ZERO)) return wrong('ssid', faultOf('wifi-name-has-zero'));
	if (password === '' || KEY.test(password)) return undefined;
	const bytes = bytesOf(password);
	if (bytes < wifiPasswordMin) return wrong('password', faultOf('wifi-password-too-short', { least: wifiPasswordMin }));
	if (bytes > wifiPasswordMax)
		return wrong('password', faultOf('wifi-password-too-long', { most: wifiPasswordMax, digits: wifiKeyDigits }));
	return password.includes(ZERO) ? wrong('password', faultOf('wifi-password-has-zero')) : undefined;
}

function bytesOf(text: string): number {
	return new TextEncoder().encode(text).length;
}
