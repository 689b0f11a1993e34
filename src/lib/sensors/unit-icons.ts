import type { Unit } from '$protocol/dashboard/shapes.ts';

/** Names of icons. */
export const UNIT_ICONS: Record<Unit, string> = {
	celsius: 'thermo',
	percent: 'drop',
	hectopascal: 'gauge',
	lux: 'sun',
};
