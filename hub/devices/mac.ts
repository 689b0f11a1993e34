export const MAC_BYTES = 6;

/** A MAC as the hub keeps it: twelve upper-case hex digits. */
export function macOf(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('hex').toUpperCase();
}

/** As people read it: A4:CF:12:B3:D0:9E */
export function macWords(mac: string): string {
	return mac.match(/../g)?.join(':') ?? mac;
}

/** The device's code: ESP_A4CF12B3D09E */
export function deviceCode(mac: string): string {
	return `ESP_${mac}`;
}
