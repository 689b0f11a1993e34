import { LIMITS } from '$protocol/limits.ts';
import { wifiWords } from '$lib/words/wifi.ts';

export interface WifiProblem {
	field: 'ssid' | 'password';
	message: string;
}

/** What is wrong with a network somebody has typed. The hub, or the board, checks it again. */
export function wifiProblem(ssid: string, { length }: string): WifiProblem | undefined {
	const { problems } = wifiWords;
	if (ssid === '') return { field: 'ssid', message: problems.ssid };
	if (new TextEncoder().encode(ssid).length > LIMITS.ssidBytes)
		return { field: 'ssid', message: problems.ssidLong(LIMITS.ssidBytes) };
	if (length > 0 && length < LIMITS.wifiPasswordMin)
		return { field: 'password', message: problems.short(LIMITS.wifiPasswordMin) };
	if (length > LIMITS.wifiPasswordMax) return { field: 'password', message: problems.long(LIMITS.wifiPasswordMax) };
	return undefined;
}
