import { md5 as digest } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** MD5 in lower-case hex: the boot loader verifies the flash with it, and browsers do not have it. Never use it for secrets. */
export function md5(data: Uint8Array): string {
	return bytesToHex(digest(data));
}
