import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How an image behaves on the posix board: firmware/platform/posix/images.h. */
export const IMAGE_KINDS = { good: 0, deaf: 1, crashing: 2 } as const;
export type ImageKind = keyof typeof IMAGE_KINDS;

const MAGIC = 'MOORPLAY';
const VERSION_BYTES = 16;
/** A board that does not reach the hub within this time goes back to its older image. */
const TRIAL_MS = 4_000;
const DEAF_TRIAL_MS = 200;
/** Six chunks, and more than one sector of flash. */
const IMAGE_BYTES = 5_000;

/** The firmware that a hub offers for a D1 mini: every new one has a higher version. */
export class OfferedImages {
	#folder: string;
	#count = 0;

	/** `data`: the hub's data folder. */
	constructor(data: string) {
		this.#folder = join(data, 'images/d1-mini');
		mkdirSync(this.#folder, { recursive: true });
	}

	/** Whether there has been an image of this version. */
	has(version: string): boolean {
		const [major, minor] = version.split('.').map(Number);
		return major === 1 && minor! <= this.#count;
	}

	/** Offers an image that is newer than all before; returns its version. */
	offer(kind: ImageKind): string {
		const version = `1.${++this.#count}.0`;
		const image = randomBytes(IMAGE_BYTES);
		image.fill(0, 0, MAGIC.length + VERSION_BYTES);
		image.write(MAGIC + version);
		image.writeUInt32LE(IMAGE_KINDS[kind], MAGIC.length + VERSION_BYTES);
		image.writeUInt32LE(kind === 'deaf' ? DEAF_TRIAL_MS : TRIAL_MS, MAGIC.length + VERSION_BYTES + 4);
		const file = `firmware-${this.#count}.bin`;
		const sha256 = createHash('sha256').update(image).digest('hex');
		const manifest = {
			format: 1,
			version,
			chip: 'ESP8266',
			flashSizeBytes: 4 * 1_024 * 1_024,
			configOffset: 0x3fb000,
			parts: [{ file, offset: 0, sha256 }],
		};
		// Renamed last, so that the hub finds the older image or this one, complete.
		writeFileSync(join(this.#folder, file), image);
		writeFileSync(join(this.#folder, 'next.json'), JSON.stringify(manifest));
		renameSync(join(this.#folder, 'next.json'), join(this.#folder, 'manifest.json'));
		return version;
	}
}
