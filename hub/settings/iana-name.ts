/**
 * The name of an IANA time zone in its proper spelling ("europe/berlin" → "Europe/Berlin"); undefined where there is no
 * such zone. An alias stays what somebody chose, and an offset ("+01:00") is no zone: it knows no summer time.
 */
export function ianaName(text: string): string | undefined {
	if (!/^[a-z]/i.test(text)) return undefined;
	try {
		const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
		return timeZone.toLowerCase() === text.toLowerCase() ? timeZone : text;
	} catch {
		return undefined;
	}
}
