import { LIMITS } from '$protocol/limits.ts';
import { words } from '$lib/words.ts';

/** What is wrong with a network somebody has typed. The hub checks it again. */
export function wifiProblem(
	ssid: string,
	{ length }: string,
): { field: 'ssid' | 'password'; message: string } | undefined {
	const { problems } = words.add;
	if (ssid === '') return { field: 'ssid', message: problems.ssid };
	if (new TextEncoder().encode(ssid).length > LIMITS.ssidBytes)
		return { field: 'ssid', message: problems.ssidLong(LIMITS.ssidBytes) };
	if (length > 0 && length < LIMITS.wifiPasswordMin)
		return { field: 'password', message: problems.wifiShort(LIMITS.wifiPasswordMin) };
	if (length > LIMITS.wifiPasswordMax) return { field: 'password', message: problems.wifiLong(LIMITS.wifiPasswordMax) };
	return undefined;
}
