import type { HardwareSeen } from '$protocol/dashboard/hardware.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const uptime = (ms: number) => {
	if (ms >= 2 * DAY_MS) return `${Math.floor(ms / DAY_MS)} days`;
	if (ms >= 2 * HOUR_MS) return `${Math.floor(ms / HOUR_MS)} hours`;
	return `${Math.floor(ms / MINUTE_MS)} minutes`;
};
const times = (n: number) => (n === 1 ? 'once' : `${n} times`);

/** What the hub has seen, a line each. */
function seenLines({ relays, sensors, updates }: HardwareSeen): string[] {
	return [
		...relays.map(({ relay, commands, byItself }) => {
			if (commands + byItself === 0) return `relay ${relay}: never switched`;
			const own = byItself > 0 ? `, and ${times(byItself)} by a schedule, a timer or a wall switch` : '';
			return `relay ${relay}: switched from the hub and reported ${times(commands)}${own}`;
		}),
		...sensors.map(({ sensor, type, answers }) => `sensor ${sensor} (${type}): ${answers ? 'answers' : 'no answer'}`),
		...updates.map((version) => `updated over Wi-Fi to firmware ${version}`),
	];
}

/**
 * One entry of docs/hardware.md, in English whatever the dashboard speaks, because the list is: a file for others and no
 * words on screen, so it stands here and not among those. It has no names of the
 * household, no addresses and no keys; only `own` is as the person wrote it.
 */
export function hardwareText(seen: HardwareSeen, works: boolean, own: string, day: string): string {
	const written = own.trim();
	return [
		`### ${seen.boardName}: ${works ? 'works' : 'does not work'}`,
		'',
		`- Board: ${seen.boardName} (${seen.board})`,
		`- Chip: ${seen.chip ?? 'not known'}`,
		`- Firmware: ${seen.firmware ?? 'not known'}`,
		`- Hub: Mooring ${seen.hub}`,
		`- Date: ${day}`,
		`- Running: ${seen.uptimeMs === null ? 'not connected now' : `for ${uptime(seen.uptimeMs)}`}`,
		'- Seen by the hub:',
		...seenLines(seen).map((line) => `  - ${line}`),
		'- Tried, and what happened:',
		...(written === '' ? ['  - nothing written'] : written.split(/\r?\n/).map((line) => `  > ${line}`.trimEnd())),
		'',
	].join('\n');
}
