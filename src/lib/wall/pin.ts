import { LIMITS } from '$protocol/dashboard/limits.ts';

const PIN = new RegExp(`^[0-9]{${LIMITS.wallPinMin},${LIMITS.wallPinMax}}$`);

/** Whether the hub takes this as a PIN. */
export function isPin(text: string): boolean {
	return PIN.test(text);
}

/** Only the digits of what was typed or pasted, and not more than a PIN has. */
export function digitsOf(text: string): string {
	return text.replace(/[^0-9]/g, '').slice(0, LIMITS.wallPinMax);
}
