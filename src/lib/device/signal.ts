/** Signal bars: four from −55 dBm, one below −78 dBm, none without a radio. */
export function barsOf(rssi: number | null): 0 | 1 | 2 | 3 | 4 {
	return rssi === null ? 0 : rssi >= -55 ? 4 : rssi >= -67 ? 3 : rssi >= -78 ? 2 : 1;
}
