import { md5 as digest } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** In lower-case hex. Browsers have none, and the chip's loader answers with it what lies in the flash. Never for secrets. */
export function md5(data: Uint8Array): string {
	return bytesToHex(digest(data));
}
