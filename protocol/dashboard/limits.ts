/** What a form and the hub must agree on. Only constants, so that the dashboard's bundle does not contain zod. */

export const API = '/api/v1';

/**
 * The end of a pause or a vacation that lasts until somebody ends it, Unix ms: in the year 2480. Boards count minutes,
 * and this is the latest that takes four bytes of their configuration.
 */
export const PAUSE_FOREVER_AT = (2 ** 28 - 1) * 60_000;

export const LIMITS = {
	/** characters */
	nameLength: 40,
	userNameLength: 40,
	timeZoneLength: 60,
	/** characters of the name of the town at the household's place */
	townLength: 80,
	/** characters; a minimum and a maximum, no composition rules (NIST SP 800-63B) */
	passwordMin: 10,
	passwordMax: 200,
	/** characters of a code of a second factor, with whatever blanks and dashes stand in it */
	codeLength: 40,
	/** digits of an authenticator app's code */
	codeDigits: 6,
	/** digits of the PIN by which a wall panel is locked */
	wallPinMin: 4,
	wallPinMax: 8,
	/** characters of the handle of a sign-in that waits for its code; longer ones are refused unread */
	handleLength: 64,
	/** characters of a backup's passphrase */
	passphraseMin: 12,
	passphraseMax: 200,
	restoredPassphraseMax: 1_000,
	/** backups of the night that are kept: of the last days, and of the last weeks */
	backupsDaily: 90,
	backupsWeekly: 104,
	/** bytes of a firmware pack that is uploaded, 64 MiB */
	firmwarePackBytes: 64 * 1_048_576,
	/** Wi-Fi networks that the hub keeps for the next board */
	wifiNetworks: 8,
	ssidBytes: 32,
	/** bytes; WPA2 takes 8 to 63, or a key of 64 hex digits; an open network none */
	wifiPasswordMin: 8,
	wifiPasswordMax: 63,
	wifiKeyDigits: 64,
	/** UTF-8 bytes of text on a board: firmware/core/generated/device.options has no room for more */
	boardTextBytes: {
		board: 31,
		/** the field in which a board says its version is shorter than the one in which it is told a new one */
		firmwareVersion: 15,
		host: 63,
		timeZone: 95,
	},
	/** of one board; a board says in its Hello what it has room for, and one of before version 0.4.0 has less */
	relays: 16,
	inputs: 16,
	sensors: 8,
	schedules: 32,
	interlockGroups: 8,
	/** seconds a board has to answer a switch: one on a link, and one that polls every 5 s */
	answerS: { link: 1, legacy: 15 },
	/** longest "on for", 7 days */
	forMs: 7 * 24 * 3_600_000,
	/** longest pulse, one minute */
	pulseMs: 60_000,
	/** longest dead time of an interlock, one minute */
	deadTimeMs: 60_000,
	/** longest time that motion is held, one hour */
	holdMs: 3_600_000,
	debounceMinMs: 5,
	debounceMaxMs: 500,
	/** calibration in the sensor's unit */
	calibration: 20,
	/** a schedule's distance from the sun's event, minutes */
	sunOffsetMinutes: 240,
	/** how far a vacation may move a schedule, minutes */
	varyMinutes: 120,
	/** how far ahead a pause or a vacation may be set, years */
	holdYears: 10,
	/** characters of "2026-12-01T06:00" */
	localMomentLength: 16,
	/** bytes of one message to a board: one frame without its tag */
	messageBytes: 1_008,
	sceneMembers: 64,
	scenes: 100,
	/** of one person's Home; whoever has all of these fits the largest body of a request, 64 KiB */
	favourites: 100,
	homeTiles: 1_000,
	homeRooms: 200,
	/** characters of the name of a tile, which is made of ids */
	tileKeyLength: 120,
	/** what one guest is given */
	grants: 64,
	people: 100,
	/** open at once */
	invitations: 50,
	/** characters of an invitation's secret; longer ones are refused unread */
	secretLength: 64,
	/** lock-outs shown at once */
	lockOuts: 100,
	/** API tokens of one person */
	apiTokens: 20,
	/** what one API token may switch and run */
	tokenRelays: 64,
	tokenScenes: 64,
	/** API tokens that are named before a device is deleted; the rest is counted */
	tokensNamed: 5,
	/** longest life of an API token with an end, years */
	tokenYears: 10,
	/** entries of one page of the audit log */
	auditPage: 200,
	/** days the audit log is kept */
	historyMinDays: 7,
	historyMaxDays: 3_650,
} as const;
