/** What a form and the hub must agree on: constants alone, so that the dashboard's bundle holds no validator. */

export const API = '/api/v1';

export const LIMITS = {
	/** characters */
	nameLength: 40,
	userNameLength: 40,
	/** characters; a floor and a ceiling, no composition rules (NIST SP 800-63B) */
	passwordMin: 10,
	passwordMax: 200,
	ssidBytes: 32,
	/** bytes; WPA2 takes 8 to 63, an open network none */
	wifiPasswordMin: 8,
	wifiPasswordMax: 63,
	relays: 8,
	/** longest "on for", 7 days */
	forMs: 7 * 24 * 3_600_000,
} as const;
