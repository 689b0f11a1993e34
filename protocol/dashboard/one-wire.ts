import type { SensorPlan } from './plan.ts';

type Placed = Pick<SensorPlan, 'type' | 'gpio' | 'address'>;

/** Whether such a sensor has an address, so that several can share a wire. */
export const hasAddress = ({ type }: Pick<SensorPlan, 'type'>): boolean => type === 'ds18b20';

/** Two sensors of a kind with addresses on one pin. */
export const areOnOneWire = (one: Placed, other: Placed): boolean =>
	hasAddress(one) && hasAddress(other) && one.gpio === other.gpio;

/** Whether the board can tell them apart. */
export const areToldApart = (one: Placed, other: Placed): boolean =>
	one.address !== undefined && other.address !== undefined && one.address !== other.address;
