const HUB_DIGITS = 8;

/** "mooring-0a1b2c3d-2026-11-29T03-00-00Z.age": whose backup it is, and of when. */
export function fileNameOf(hubId: Uint8Array, at: number): string {
	return `${beginning(hubId)}${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z.age`;
}

/** When a backup with this name was made, Unix ms; undefined if this hub did not name it. */
export function timeIn(name: string, hubId: Uint8Array): number | undefined {
	const begins = beginning(hubId);
	const time = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.age$/.exec(
		name.startsWith(begins) ? name.slice(begins.length) : '',
	);
	const at = time ? Date.parse(`${time[1]}T${time[2]}:${time[3]}:${time[4]}Z`) : Number.NaN;
	return Number.isNaN(at) ? undefined : at;
}

function beginning(hubId: Uint8Array): string {
	return `mooring-${Buffer.from(hubId).toString('hex').slice(0, HUB_DIGITS)}-`;
}
