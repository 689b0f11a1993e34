import type { Board } from '$protocol/dashboard/boards.ts';
import type { SensorType } from '$protocol/dashboard/plan.ts';
import { tabStorage } from '$lib/hub/tab-storage.ts';

export interface RelayDraft {
	id: number;
	name: string;
	gpio: number;
	activeLow: boolean;
}

/** What the wizard stores for this tab, so that a reload loses nothing. It never contains the password. */
export interface KeptPlan {
	board: string;
	name: string;
	ssid: string;
	/** a password was typed, and must be typed again */
	hadPassword: boolean;
	/** id of a network that the hub keeps; '': another one */
	network?: string | undefined;
	/** whether the hub is to keep the typed network */
	keep?: boolean;
	relays: RelayDraft[];
	sensor: SensorType | '';
	sensorGpio: number;
	sensorGpio2: number;
}

export interface KeptWizard {
	/** identifies the run of the wizard in entries of the browser's history */
	run: number;
	step: number;
	plan: KeptPlan;
}

const KEY = 'mooring-add-device';

export function keepWizard(wizard: KeptWizard): void {
	tabStorage.set(KEY, JSON.stringify(wizard));
}

export function forgetWizard(): void {
	tabStorage.remove(KEY);
}

export function keptWizard(): KeptWizard | undefined {
	return parseWizard(tabStorage.get(KEY));
}

/** Validates the shape, because another version of the dashboard may have stored it. */
export function parseWizard(text: string | null | undefined): KeptWizard | undefined {
	const kept = parseJson(text) as Partial<KeptWizard> | null | undefined;
	const plan = kept?.plan as Partial<KeptPlan> | undefined;
	const whole =
		typeof kept?.run === 'number' &&
		typeof kept.step === 'number' &&
		[plan?.board, plan?.name, plan?.ssid, plan?.sensor].every((text) => typeof text === 'string') &&
		['string', 'undefined'].includes(typeof plan?.network) &&
		['boolean', 'undefined'].includes(typeof plan?.keep) &&
		[plan?.sensorGpio, plan?.sensorGpio2].every((gpio) => typeof gpio === 'number') &&
		Array.isArray(plan?.relays) &&
		plan.relays.every(({ id, name, gpio }) => typeof name === 'string' && [id, gpio].every(Number.isInteger));
	return whole ? (kept as KeptWizard) : undefined;
}

/** Whether a stored plan is for this board, and the board has all its pins and its sensor. */
export function fitsBoard(
	{ board, relays, sensor, sensorGpio, sensorGpio2 }: KeptPlan,
	{ id, pins, sensors }: Board,
): boolean {
	const gpios = [...relays.map(({ gpio }) => gpio), ...(sensor === '' ? [] : [sensorGpio, sensorGpio2])];
	return (
		board === id &&
		gpios.every((gpio) => pins.some((pin) => pin.gpio === gpio)) &&
		(sensor === '' || sensors.includes(sensor))
	);
}

function parseJson(text: string | null | undefined): unknown {
	try {
		return JSON.parse(text ?? 'null');
	} catch {
		return undefined;
	}
}
