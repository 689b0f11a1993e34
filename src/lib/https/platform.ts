/** Devices whose ways of trusting an authority differ. */
export const PLATFORMS = ['ios', 'android', 'windows', 'mac', 'linux'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Whose steps are shown first. An iPad calls itself a Mac, but has a touch screen. */
export function platformOf({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): Platform {
	if (/iPhone|iPad/.test(userAgent)) return 'ios';
	if (/Macintosh/.test(userAgent)) return maxTouchPoints > 1 ? 'ios' : 'mac';
	if (/Android/.test(userAgent)) return 'android';
	return /Windows/.test(userAgent) ? 'windows' : 'linux';
}

/** The file that the device takes. */
export function fileFor(platform: Platform): string {
	return platform === 'ios' ? '/trust/mooring.mobileconfig' : '/trust/mooring.crt';
}
