/**
 * Which Wi-Fi networks there can be: the one rule of every form, of the hub and of the virtual board. The firmware has the
 * same in core/wifi/wifi_credentials.cpp, and vectors/wifi.json holds both to it.
 */
import { LIMITS } from './limits.ts';

export interface WifiProblem {
	field: 'ssid' | 'password';
	message: string;
}

const { ssidBytes, wifiPasswordMin, wifiPasswordMax, wifiKeyDigits } = LIMITS;
const KEY = new RegExp(`^[0-9a-f]{${wifiKeyDigits}}$`, 'i');
/** A board's text ends there. */
const ZERO = '\0';

/** What is wrong with a network, in words; undefined where nothing is. `password` is empty for an open network. */
export function wifiProblem({ ssid, password }: { ssid: string; password: string }): WifiProblem | undefined {
	const wrong = (field: WifiProblem['field'], message: string) => ({ field, message });
	if (ssid === '') return wrong('ssid', 'The network needs a name.');
	if (bytesOf(ssid) > ssidBytes)
		return wrong('ssid', `At most ${ssidBytes} bytes: accents and emoji count for more than one.`);
	if (ssid.includes(ZERO)) return wrong('ssid', 'No network has a zero byte in its name.');
	if (password === '' || KEY.test(password)) return undefined;
	const bytes = bytesOf(password);
	if (bytes < wifiPasswordMin)
		return wrong('password', `At least ${wifiPasswordMin} characters, or none for an open network.`);
	if (bytes > wifiPasswordMax)
		return wrong('password', `At most ${wifiPasswordMax} bytes, or a key of ${wifiKeyDigits} hex digits.`);
	return password.includes(ZERO) ? wrong('password', 'No password has a zero byte in it.') : undefined;
}

function bytesOf(text: string): number {
	return new TextEncoder().encode(text).length;
}
