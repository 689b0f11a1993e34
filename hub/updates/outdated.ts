import type { LiveDevice } from '../devices/live-device.ts';
import { isNewer } from '../base/is-newer.ts';
import type { UpdateImage } from '../firmware-images/update-image.ts';
import type { Updates } from './updates.ts';

export interface Outdated {
	device: LiveDevice;
	image: UpdateImage;
}

/** The newest firmware for a device, if it is newer than what its board runs. */
export async function newerFor(
	device: LiveDevice,
	imageOf: Updates['options']['imageOf'],
): Promise<UpdateImage | undefined> {
	const { record, firmware } = device;
	if (device.isLegacy || firmware === null) return undefined;
	const image = await imageOf(record.board);
	return image && isNewer(image.version, firmware) ? image : undefined;
}

/** Every device for which there is newer firmware. */
export async function findOutdated(updates: Updates): Promise<Outdated[]> {
	const found: Outdated[] = [];
	const images = new Map<string, Promise<UpdateImage | undefined>>();
	// Each image is read only once for all boards of its kind.
	const imageOf = (board: string) => {
		const image = images.get(board) ?? updates.options.imageOf(board);
		images.set(board, image);
		return image;
	};
	for (const device of [...updates.options.devices.byId.values()]) {
		const image = await newerFor(device, imageOf);
		if (image) found.push({ device, image });
	}
	return found;
}
