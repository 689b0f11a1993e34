/** Four bars: −55 dBm and better is strong, below −78 very weak; none where there is no radio. */
export function barsOf(rssi: number | null): 0 | 1 | 2 | 3 | 4 {
	return rssi === null ? 0 : rssi >= -55 ? 4 : rssi >= -67 ? 3 : rssi >= -78 ? 2 : 1;
}
