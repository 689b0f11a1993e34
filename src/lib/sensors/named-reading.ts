import type { Device } from '$lib/hub/device.svelte.ts';
import type { Unit } from '$protocol/dashboard/shapes.ts';
import { words } from '$words/words.ts';
import { readingName } from './reading-name.ts';

/** What one quantity of a device is called on screen. */
export const namedReading = (device: Device, { sensor, unit }: { sensor: number; unit: Unit }): string =>
	readingName(device, sensor, unit, { apart: words.devices.apart, quantity: (unit) => words.units[unit][1] });
