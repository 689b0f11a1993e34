import type { DeviceView } from '$protocol/dashboard/devices.ts';
import type { Unit } from '$protocol/dashboard/shapes.ts';

interface Measuring {
	readonly base: Pick<DeviceView, 'sensors'>;
	readonly quantities: readonly { sensor: number; unit: Unit }[];
}

export interface ReadingWords {
	apart: (name: string, mark: string) => string;
	quantity: (unit: Unit) => string;
}

/** "Cellar humidity" where people have named the sensor, with the quantity where it measures several, else "Humidity". */
export function readingName(device: Measuring, sensor: number, unit: Unit, words: ReadingWords): string {
	const quantity = words.quantity(unit);
	const name = device.base.sensors?.find(({ id }) => id === sensor)?.name;
	if (name === undefined) return quantity;
	const several = device.quantities.filter((one) => one.sensor === sensor).length > 1;
	return several ? words.apart(name, quantity) : name;
}
