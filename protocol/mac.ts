export const MAC_BYTES = 6;

/** A MAC as the hub keeps it: twelve upper-case hex digits. */
export function macOf(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
		.join('')
		.toUpperCase();
}

/** As people read it: A4:CF:12:B3:D0:9E */
export function macWords(mac: string): string {
	return mac.match(/../g)?.join(':') ?? mac;
}

/** What the code of every device begins with. */
export const CODE_PREFIX = 'ESP_';

/** The device's code: ESP_A4CF12B3D09E */
export function deviceCode(mac: string): string {
	return CODE_PREFIX + mac;
}
