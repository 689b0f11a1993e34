import type { LiveDevice } from '../devices/live-device.ts';
import { isNewer } from './newer.ts';
import type { UpdateImage } from '../images/update-image.ts';
import type { Updates } from './updates.ts';

export interface Outdated {
	device: LiveDevice;
	image: UpdateImage;
}

/** The newest firmware for a device where that is newer than what its board runs. */
export async function newerFor(updates: Updates, device: LiveDevice): Promise<UpdateImage | undefined> {
	const { record, firmware } = device;
	if (device.isLegacy || firmware === null) return undefined;
	const image = await updates.options.imageOf(record.board);
	return image && isNewer(image.version, firmware) ? image : undefined;
}

/** Every device whose board runs older firmware than there is. */
export async function findOutdated(updates: Updates): Promise<Outdated[]> {
	const found: Outdated[] = [];
	for (const device of [...updates.options.devices.byId.values()]) {
		const image = await newerFor(updates, device);
		if (image) found.push({ device, image });
	}
	return found;
}
