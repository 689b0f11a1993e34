import { join } from 'node:path';

/** What the build puts beside the hub. The paths are the same from the bundled hub and from its sources. */
export const BUILT = {
	dashboard: join(import.meta.dirname, '../build/dashboard'),
	/** the firmware's sources, packed */
	firmwareSources: join(import.meta.dirname, '../build/firmware.zip'),
	/** firmware images that come with the hub, as in its Docker image; those in the data folder take precedence */
	images: join(import.meta.dirname, '../images'),
};
